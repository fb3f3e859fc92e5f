ALTER TABLE drafts DROP COLUMN exercise_hash;
