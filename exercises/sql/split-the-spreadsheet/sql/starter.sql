CREATE TABLE owners (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  phone TEXT NOT NULL
) STRICT;

INSERT INTO owners (name, phone)
SELECT owner, phone
FROM sheet;
