CREATE TABLE sheet (
  line INTEGER PRIMARY KEY,
  owner TEXT NOT NULL,
  phone TEXT NOT NULL,
  frame TEXT NOT NULL,
  model TEXT NOT NULL,
  work TEXT,
  day TEXT,
  cents INTEGER
) STRICT;

-- The sheet has no lines yet.
