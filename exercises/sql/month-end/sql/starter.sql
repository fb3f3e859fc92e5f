INSERT INTO charges (member_id, month, cents)
SELECT id, '2026-09', 3900 FROM members;

UPDATE members SET cents = cents - 3900;
