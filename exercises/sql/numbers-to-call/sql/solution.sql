SELECT
  name,
  COALESCE(NULLIF(mobile, ''), NULLIF(phone, ''), 'visit') AS number,
  adults + children AS persons
FROM families
WHERE mail_ok = 0 OR mail_ok IS NULL;
