-- Who learns, and how they log in.
--
-- Times are milliseconds since 1970-01-01T00:00:00Z. Identifiers are UUIDs as text.
-- Work (drafts, submissions, reads) refers to learners without ON DELETE CASCADE: work never
-- disappears as a side effect. What is derived or short-lived (standings, sessions) does cascade.

-- A person with saved work. A guest is a learner without an account.
CREATE TABLE learners (
    id TEXT PRIMARY KEY NOT NULL,
    created_at BIGINT NOT NULL
);

-- How a learner logs in. At most one account for each learner.
CREATE TABLE accounts (
    learner_id TEXT PRIMARY KEY NOT NULL REFERENCES learners (id),
    -- Lower-cased before it comes here, so that UNIQUE is all that is needed.
    email TEXT NOT NULL UNIQUE,
    -- As the person wrote it.
    name TEXT NOT NULL,
    -- A PHC string with its parameters, such as $argon2id$v=19$m=…
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('learner', 'instructor', 'administrator')),
    -- Since when it may not log in; null while it may.
    disabled_at BIGINT,
    created_at BIGINT NOT NULL
);
