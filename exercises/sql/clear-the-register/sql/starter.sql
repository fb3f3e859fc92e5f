-- 1. Mend the addresses.
UPDATE members
SET email = lower(email);

-- 2. Count what goes.

-- 3. Delete old loans.

-- 4. Delete members who left.
