-- Code as it is being typed, and what was displaced by other code.
--
-- Exercises and languages are named by the content on disk, which changes without a migration:
-- there is no table for them to refer to.

CREATE TABLE drafts (
    learner_id TEXT NOT NULL REFERENCES learners (id),
    exercise_id TEXT NOT NULL,
    language TEXT NOT NULL,
    -- A JSON array of {"name", "content"}.
    files TEXT NOT NULL,
    -- Counts up with each save. A save names the revision it builds on.
    revision BIGINT NOT NULL CHECK (revision > 0),
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (learner_id, exercise_id, language)
);

-- What lost: the older draft of a merge, or a save that built on an outdated revision.
CREATE TABLE draft_history (
    id TEXT PRIMARY KEY NOT NULL,
    learner_id TEXT NOT NULL REFERENCES learners (id),
    exercise_id TEXT NOT NULL,
    language TEXT NOT NULL,
    files TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('conflict', 'merge')),
    -- When this code was saved or offered.
    written_at BIGINT NOT NULL,
    -- When it lost.
    displaced_at BIGINT NOT NULL
);

CREATE INDEX draft_history_by_draft ON draft_history (learner_id, exercise_id, language, displaced_at);
