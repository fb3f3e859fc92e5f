SELECT title, year
FROM books
WHERE title LIKE '%50!%%' ESCAPE '!'
  AND language IN ('en', 'de', 'es')
  AND year BETWEEN 1950 AND 1999;
