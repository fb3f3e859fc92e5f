CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  agent_id INTEGER,
  email TEXT NOT NULL,
  status TEXT NOT NULL,
  opened TEXT NOT NULL
) STRICT;

INSERT INTO tickets (id, agent_id, email, status, opened) VALUES
  (1, 7, 'ANA@example.org', 'open', '2026-05-03'), (2, 7, 'ANA@example.org', 'open', '2026-05-03'), (3, NULL, 'x@example.org', 'open', '2026-05-03');
