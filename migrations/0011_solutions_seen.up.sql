-- Who gave an exercise up and looked at the model solution before solving it. It can still be solved; pages say both.
CREATE TABLE solutions_seen (
    learner_id TEXT NOT NULL REFERENCES learners (id),
    exercise_id TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (learner_id, exercise_id)
);
