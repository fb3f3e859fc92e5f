SELECT members.name, members.card_ends, books.title AS book, loans.due
FROM members
JOIN loans ON loans.member_id = members.id
JOIN books ON books.id = loans.book_id
WHERE loans.returned IS NULL
ORDER BY members.name;
