SELECT name, mobile AS number, adults + children AS persons
FROM families
WHERE mail_ok = 0;
