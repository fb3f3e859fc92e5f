SELECT id, work, hours
FROM jobs
WHERE hours > (SELECT AVG(hours) FROM jobs);
