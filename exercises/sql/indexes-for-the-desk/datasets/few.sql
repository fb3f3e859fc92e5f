CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  agent_id INTEGER,
  email TEXT NOT NULL,
  status TEXT NOT NULL,
  opened TEXT NOT NULL
) STRICT;

INSERT INTO tickets (id, agent_id, email, status, opened) VALUES
  (1, 7, 'Ana@example.org', 'open', '2026-05-03'), (2, 9, 'bo@example.org', 'open', '2026-05-02'),
  (3, 7, 'ana@example.org', 'closed', '2026-05-01'), (4, 7, 'cy@example.org', 'open', '2026-04-30'), (5, NULL, 'ana@example.org', 'open', '2026-05-03');
