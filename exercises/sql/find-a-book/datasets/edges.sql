CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  year INTEGER NOT NULL
) STRICT;

INSERT INTO books (title, language, year) VALUES
  ('50%', 'es', 1950),
  ('The last 50%', 'de', 1999),
  ('The first 50%', 'en', 1949),
  ('The next 50%', 'en', 2000),
  ('Article 50, 100% explained', 'en', 1970),
  ('Route 50', 'en', 1960);
