CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  year INTEGER NOT NULL
) STRICT;

INSERT INTO books (title, language, year) VALUES
  ('Half is 50%', 'en', 1966),
  ('Half is 50%', 'en', 1966),
  ('Half is 50%', 'en-GB', 1966);
