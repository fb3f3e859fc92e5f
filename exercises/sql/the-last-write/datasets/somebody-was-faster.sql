CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  note TEXT NOT NULL,
  status TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE form (
  ticket_id INTEGER NOT NULL,
  read_version INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;

INSERT INTO tickets VALUES (7, 'Part is ordered', 'open', 5), (8, 'Screen is dark', 'open', 4);
INSERT INTO form VALUES (7, 4, 'Works again');
