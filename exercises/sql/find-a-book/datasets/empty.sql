CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  year INTEGER NOT NULL
) STRICT;

INSERT INTO books (title, language, year) VALUES
  ('Bread', 'en', 1980),
  ('Route 50', 'en', 1960);
