-- The content of the exercise that a draft was last saved for, so that a page can say that it has changed since. Empty where
-- nobody knows.
ALTER TABLE drafts ADD COLUMN exercise_hash TEXT NOT NULL DEFAULT '';
