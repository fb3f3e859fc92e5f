-- Sessions of browsers. Who reads this table (a backup, a stolen disk) cannot log in with it:
-- it holds the SHA-256 of a session's identifier, never the identifier.
CREATE TABLE sessions (
    -- Hexadecimal SHA-256 of the identifier in the cookie.
    id_hash TEXT PRIMARY KEY NOT NULL,
    -- Copied out of the data, so that all sessions of a learner can be ended; null for a visitor.
    learner_id TEXT REFERENCES learners (id) ON DELETE CASCADE,
    -- A JSON object.
    data TEXT NOT NULL,
    -- When it ends if it is not used.
    expires_at BIGINT NOT NULL,
    -- It ends some time after this even if it is used.
    created_at BIGINT NOT NULL
);

CREATE INDEX sessions_by_learner ON sessions (learner_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
