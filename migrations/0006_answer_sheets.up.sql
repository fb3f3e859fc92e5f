-- Quizzes as they were answered. Rows are added and never changed; only merging a guest into an
-- account gives an answer sheet another learner.
--
-- A table of its own beside submissions: there is no language, no code and no interpreter, and
-- since answers are judged when they are taken, the verdict is in the row.

CREATE TABLE answer_sheets (
    id TEXT PRIMARY KEY NOT NULL,
    learner_id TEXT NOT NULL REFERENCES learners (id),
    exercise_id TEXT NOT NULL,
    -- A JSON array with an array for each question: the places of the options chosen, from 0.
    choices TEXT NOT NULL,
    -- The content it was judged against: the places mean nothing in any other.
    exercise_hash TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('passed', 'wrong_answer')),
    created_at BIGINT NOT NULL
);

CREATE INDEX answer_sheets_by_exercise ON answer_sheets (learner_id, exercise_id, created_at);
CREATE INDEX answer_sheets_by_learner ON answer_sheets (learner_id, created_at);
