CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  agent TEXT,
  status TEXT NOT NULL,
  opened TEXT NOT NULL,
  estimate INTEGER
) STRICT;

INSERT INTO tickets (agent, status, opened, estimate) VALUES
  ('Sam', 'open', '2026-05-04', 30), ('Sam', 'open', '2026-05-02', 60), ('Sam', 'open', '2026-05-03', 20),
  ('Ravi', 'open', '2026-05-01', 700), ('Ravi', 'closed', '2026-04-01', 10),
  ('Lena', 'open', '2026-05-01', 100), ('Lena', 'open', '2026-05-02', 100), ('Lena', 'closed', '2026-03-01', 500);
