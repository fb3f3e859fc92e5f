BEGIN;

INSERT INTO charges (member_id, month, cents)
SELECT id, '2026-09', 3900 FROM members WHERE active = 1;

UPDATE members SET cents = cents - 3900 WHERE active = 1;

INSERT INTO months (month) VALUES ('2026-09');

COMMIT;
