SELECT
  m.name,
  m.card_ends,
  COALESCE(b.title, 'no books') AS book,
  l.due
FROM members AS m
LEFT JOIN loans AS l ON l.member_id = m.id AND l.returned IS NULL
LEFT JOIN books AS b ON b.id = l.book_id
ORDER BY m.name, m.id, l.due, b.title;
