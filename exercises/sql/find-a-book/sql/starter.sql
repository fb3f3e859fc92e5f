SELECT title, year
FROM books
WHERE title = '50%';
