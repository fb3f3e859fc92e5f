BEGIN;

DELETE FROM friends WHERE ended < '2020-01-01';

SELECT
  (SELECT COUNT(*) FROM friends) AS friends,
  (SELECT COUNT(*) FROM cards) AS cards,
  (SELECT COUNT(*) FROM donations) AS donations,
  (SELECT COUNT(*) FROM donations WHERE friend_id IS NULL) AS nameless,
  (SELECT COUNT(*) FROM letters) AS letters;

ROLLBACK;
