-- Two copies of one book, an author in both columns, one borrower written in two ways.
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
  ('L-0001', '9780000000011', 'Tides', 'Ines Prado', NULL, 'Ana Moreau', 'Ana@Example.org', '2026-04-01', '2026-04-29'),
  ('L-0002', '978-0-000-00001-1', 'Tides', 'Ines Prado', NULL, NULL, NULL, NULL, NULL),
  ('L-0003', '9780000000028', 'Bread and Salt', 'Jo Lindqvist', 'Ines Prado', 'Ana Moreau', 'ana@example.org', '2026-04-14', '2026-05-12'),
  ('L-0004', '978-0-000-00003-5', 'The Long Field', 'Kofi Mensah', NULL, 'Bo Larsen', 'bo@example.org', '2026-04-20', '2026-05-18'),
  ('L-0005', '9780000000042', 'Clocks', 'Ada Quist', 'Bram Quist', NULL, NULL, NULL, NULL);
