-- How far a learner is.

-- Derived from submissions and test_runs, and rebuilt from them at any time. Kept because every
-- page of the road asks for it. Solved means that solved_at is not null.
CREATE TABLE standings (
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    exercise_id TEXT NOT NULL,
    -- Judged submissions; failures of ours are not counted.
    attempts BIGINT NOT NULL CHECK (attempts > 0),
    -- When the first submission that passed was made.
    solved_at BIGINT,
    PRIMARY KEY (learner_id, exercise_id)
);

-- The lessons a learner marked as read.
CREATE TABLE lesson_reads (
    learner_id TEXT NOT NULL REFERENCES learners (id),
    lesson_id TEXT NOT NULL,
    read_at BIGINT NOT NULL,
    PRIMARY KEY (learner_id, lesson_id)
);
