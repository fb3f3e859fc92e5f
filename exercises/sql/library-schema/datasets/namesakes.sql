-- Two books of one title, two borrowers of one name, and one who has four books at home.
CREATE TABLE old_list (
  barcode TEXT NOT NULL,
  isbn TEXT NOT NULL,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  second_author TEXT,
  borrower TEXT,
  email TEXT,
  lent_on TEXT,
  due_on TEXT
) STRICT;

INSERT INTO old_list VALUES
  ('N-1', '9780000000110', 'Winter', 'Ada Quist', NULL, 'Kim Berg', 'Kim@example.org', '2026-03-02', '2026-03-30'),
  ('N-2', '9780000000127', 'Winter', 'Lena Horn', NULL, 'Kim Berg', 'k.berg@example.net', '2026-03-02', '2026-03-30'),
  ('N-3', '9780000000134', 'Spring', 'Ada Quist', 'Lena Horn', 'Kim Berg', 'KIM@example.org', '2026-03-09', '2026-04-06'),
  ('N-4', '9780000000141', 'Summer', 'Lena Horn', 'Ada Quist', 'Kim Berg', 'kim@example.org', '2026-03-09', '2026-04-06'),
  ('N-5', '978-0-000-00014-1', 'Summer', 'Lena Horn', 'Ada Quist', 'Kim Berg', 'kim@EXAMPLE.org', '2026-03-16', '2026-04-13');
