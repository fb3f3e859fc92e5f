-- 1. Mend the addresses.
UPDATE members
SET email = NULLIF(trim(lower(email)), '');

-- 2. Count what goes.
INSERT INTO statistics (book_id, loans)
SELECT book_id, COUNT(*)
FROM loans
WHERE returned < '2025-01-01'
GROUP BY book_id;

-- 3. Delete old loans.
DELETE FROM loans
WHERE returned < '2025-01-01';

-- 4. Delete members who left.
DELETE FROM members
WHERE left_on IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM loans WHERE loans.member_id = members.id);
