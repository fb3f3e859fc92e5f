-- The library's database. One script, which grows from stage to stage.

CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  isbn TEXT NOT NULL UNIQUE CHECK (length(isbn) = 13 AND isbn NOT GLOB '*[^0-9]*'),
  title TEXT NOT NULL CHECK (title <> '')
) STRICT;

CREATE TABLE authors (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

-- Who wrote what, in the order of the title page.
CREATE TABLE authorships (
  book_id INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
  author_id INTEGER NOT NULL REFERENCES authors (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  PRIMARY KEY (book_id, author_id),
  UNIQUE (book_id, position)
) STRICT;

CREATE TABLE copies (
  id INTEGER PRIMARY KEY,
  book_id INTEGER NOT NULL REFERENCES books (id),
  barcode TEXT NOT NULL UNIQUE CHECK (barcode <> ''),
  -- Set when the copy is lost or worn out.
  withdrawn_on TEXT
) STRICT;

CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  email TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (email LIKE '%_@_%')
) STRICT;

CREATE TABLE loans (
  id INTEGER PRIMARY KEY,
  copy_id INTEGER NOT NULL REFERENCES copies (id),
  member_id INTEGER NOT NULL REFERENCES members (id),
  lent_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  -- Nothing while the copy is out.
  returned_on TEXT,
  CHECK (due_on > lent_on),
  CHECK (returned_on >= lent_on)
) STRICT;

-- A copy is out once at a time.
CREATE UNIQUE INDEX one_open_loan ON loans (copy_id) WHERE returned_on IS NULL;

-- The move from the old list, in which an ISBN is written with hyphens or without.
INSERT INTO books (isbn, title)
SELECT DISTINCT replace(isbn, '-', ''), title
FROM old_list;

INSERT INTO authors (name)
SELECT author FROM old_list
UNION
SELECT second_author FROM old_list WHERE second_author IS NOT NULL;

INSERT INTO authorships (book_id, author_id, position)
SELECT b.id, a.id, 1
FROM books AS b
JOIN authors AS a ON a.name IN (SELECT author FROM old_list WHERE replace(isbn, '-', '') = b.isbn)
UNION ALL
SELECT b.id, a.id, 2
FROM books AS b
JOIN authors AS a ON a.name IN (SELECT second_author FROM old_list WHERE replace(isbn, '-', '') = b.isbn);

INSERT INTO copies (book_id, barcode)
SELECT b.id, o.barcode
FROM old_list AS o
JOIN books AS b ON b.isbn = replace(o.isbn, '-', '');

INSERT INTO members (name, email)
SELECT min(borrower), lower(email)
FROM old_list
WHERE borrower IS NOT NULL
GROUP BY lower(email);

INSERT INTO loans (copy_id, member_id, lent_on, due_on)
SELECT c.id, m.id, o.lent_on, o.due_on
FROM old_list AS o
JOIN copies AS c ON c.barcode = o.barcode
JOIN members AS m ON m.email = lower(o.email);

-- What the readers look at.
CREATE VIEW shelf AS
SELECT
  b.isbn,
  b.title,
  coalesce((
    SELECT group_concat(a.name, ', ' ORDER BY s.position)
    FROM authorships AS s
    JOIN authors AS a ON a.id = s.author_id
    WHERE s.book_id = b.id
  ), '') AS authors,
  (SELECT count(*) FROM copies AS c WHERE c.book_id = b.id AND c.withdrawn_on IS NULL) AS copies,
  (
    SELECT count(*)
    FROM copies AS c
    WHERE c.book_id = b.id AND c.withdrawn_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM loans AS l WHERE l.copy_id = c.id AND l.returned_on IS NULL)
  ) AS available
FROM books AS b;

-- What the desk looks at.
CREATE VIEW open_loans AS
SELECT c.barcode, b.title, m.name AS member, m.email, l.due_on
FROM loans AS l
JOIN copies AS c ON c.id = l.copy_id
JOIN books AS b ON b.id = c.book_id
JOIN members AS m ON m.id = l.member_id
WHERE l.returned_on IS NULL;

-- What is read most.
CREATE VIEW popularity AS
SELECT b.isbn, b.title, count(l.id) AS loans, rank() OVER (ORDER BY count(l.id) DESC) AS place
FROM books AS b
LEFT JOIN copies AS c ON c.book_id = b.id
LEFT JOIN loans AS l ON l.copy_id = c.id
GROUP BY b.id;

-- What never happens, from now on: what is on the old list has happened.
CREATE TRIGGER withdrawn_stays_in BEFORE INSERT ON loans
WHEN NEW.returned_on IS NULL AND (SELECT withdrawn_on FROM copies WHERE id = NEW.copy_id) IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'this copy is withdrawn');
END;

CREATE TRIGGER what_is_out_stays BEFORE UPDATE OF withdrawn_on ON copies
WHEN NEW.withdrawn_on IS NOT NULL
  AND EXISTS (SELECT 1 FROM loans WHERE copy_id = NEW.id AND returned_on IS NULL)
BEGIN
  SELECT RAISE(ABORT, 'this copy is out');
END;

CREATE TRIGGER three_at_a_time BEFORE INSERT ON loans
WHEN NEW.returned_on IS NULL
  AND (SELECT count(*) FROM loans WHERE member_id = NEW.member_id AND returned_on IS NULL) >= 3
BEGIN
  SELECT RAISE(ABORT, 'three books at a time');
END;

CREATE TRIGGER history_stays BEFORE DELETE ON loans
BEGIN
  SELECT RAISE(ABORT, 'a loan is history');
END;

CREATE TRIGGER history_is_not_rewritten BEFORE UPDATE ON loans
WHEN OLD.returned_on IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a loan is history');
END;
