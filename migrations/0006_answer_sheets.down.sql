-- What was derived from answers alone goes with them.
DELETE FROM standings WHERE EXISTS (
    SELECT 1 FROM answer_sheets
    WHERE answer_sheets.learner_id = standings.learner_id AND answer_sheets.exercise_id = standings.exercise_id
) AND NOT EXISTS (
    SELECT 1 FROM submissions
    WHERE submissions.learner_id = standings.learner_id AND submissions.exercise_id = standings.exercise_id
);

DROP TABLE answer_sheets;
