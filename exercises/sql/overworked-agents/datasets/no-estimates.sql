CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  agent TEXT,
  status TEXT NOT NULL,
  opened TEXT NOT NULL,
  estimate INTEGER
) STRICT;

INSERT INTO tickets (agent, status, opened, estimate) VALUES
  ('Kai', 'open', '2026-05-01', NULL), ('Kai', 'open', '2026-05-02', NULL), ('Kai', 'open', '2026-05-03', NULL),
  ('Jo', 'open', '2026-05-03', NULL), ('Jo', 'open', '2026-05-01', 40), ('Jo', 'open', '2026-05-02', NULL), ('Jo', 'open', '2026-05-06', NULL),
  (NULL, 'open', '2026-05-01', 100), (NULL, 'open', '2026-05-01', 100), (NULL, 'open', '2026-05-01', 900);
