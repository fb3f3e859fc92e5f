DROP TABLE draft_history;
DROP TABLE drafts;
