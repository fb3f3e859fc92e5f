-- What readers say is wrong with a page, for those who run this installation.
CREATE TABLE problem_reports (
    id TEXT PRIMARY KEY NOT NULL,
    -- Who said it; null for a visitor, who leaves nothing else behind.
    learner_id TEXT REFERENCES learners (id),
    -- The path of the page.
    page TEXT NOT NULL,
    message TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- When an administrator had dealt with it; null until then.
    settled_at BIGINT
);

CREATE INDEX problem_reports_by_time ON problem_reports (settled_at, created_at);
