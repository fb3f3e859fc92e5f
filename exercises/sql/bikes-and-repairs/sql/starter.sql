-- The bikes that were brought to us. What is missing?
CREATE TABLE bikes (
  id INTEGER PRIMARY KEY,
  owner TEXT
);

-- And the repairs?
