CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  agent TEXT,
  status TEXT NOT NULL,
  opened TEXT NOT NULL,
  estimate INTEGER
) STRICT;

INSERT INTO tickets (agent, status, opened, estimate) VALUES ('Sam', 'closed', '2026-05-04', 900), ('Sam', 'open', '2026-05-05', 10);
