-- What was submitted and what the judge said. Rows are added and never changed; only merging a
-- guest into an account gives a submission another learner.

CREATE TABLE submissions (
    id TEXT PRIMARY KEY NOT NULL,
    learner_id TEXT NOT NULL REFERENCES learners (id),
    exercise_id TEXT NOT NULL,
    language TEXT NOT NULL,
    -- A JSON array of {"name", "content"}.
    files TEXT NOT NULL,
    -- The content and the interpreter it was judged against, so that a verdict can be explained later.
    exercise_hash TEXT NOT NULL,
    runtime_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE INDEX submissions_by_exercise ON submissions (learner_id, exercise_id, created_at);
CREATE INDEX submissions_by_learner ON submissions (learner_id, created_at);

-- One judgement of a submission. A submission without a row here waits to be judged.
CREATE TABLE test_runs (
    id TEXT PRIMARY KEY NOT NULL,
    submission_id TEXT NOT NULL REFERENCES submissions (id),
    -- The report's verdict, here so that it can be counted without reading the report.
    verdict TEXT NOT NULL CHECK (verdict IN (
        'passed', 'wrong_answer', 'runtime_error', 'time_limit',
        'memory_limit', 'output_limit', 'compile_error', 'internal_error'
    )),
    -- JSON, as the learner gets it.
    report TEXT NOT NULL,
    fuel BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    finished_at BIGINT NOT NULL
);

CREATE INDEX test_runs_by_submission ON test_runs (submission_id, finished_at);
