-- A library that opens tomorrow: the list has no line yet.
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
