DELETE FROM friends WHERE ended < '2020-01-01';

SELECT COUNT(*) AS friends FROM friends;
