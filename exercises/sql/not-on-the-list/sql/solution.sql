SELECT id, name
FROM members
WHERE left_on IS NULL
  AND id NOT IN (SELECT member_id FROM guests WHERE member_id IS NOT NULL);
