CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  agent TEXT,
  status TEXT NOT NULL,
  opened TEXT NOT NULL,
  estimate INTEGER
) STRICT;

INSERT INTO tickets (agent, status, opened, estimate) VALUES
  ('Uli', 'open', '2026-05-01', 600),
  ('Tom', 'open', '2026-05-01', 300), ('Tom', 'open', '2026-05-05', 301),
  ('Ivo', 'open', '2026-05-06', 601), ('Ivo', 'open', '2026-05-04', 0),
  ('Ana', 'open', '2026-05-01', 1), ('Ana', 'open', '2026-05-01', 1), ('Ana', 'open', '2026-05-01', 1),
  ('Bea', 'open', '2026-05-03', 600), ('Bea', 'open', '2026-05-02', 0), ('Bea', 'closed', '2026-05-01', 300);
