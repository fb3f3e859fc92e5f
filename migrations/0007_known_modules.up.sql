-- The modules that learners know already: they solved the last exercises and said so.
CREATE TABLE known_modules (
    learner_id TEXT NOT NULL REFERENCES learners (id),
    module_id TEXT NOT NULL,
    known_at BIGINT NOT NULL,
    PRIMARY KEY (learner_id, module_id)
);
