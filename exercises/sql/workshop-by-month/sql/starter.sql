SELECT jobs.finished AS month, mechanics.name AS mechanic, COUNT(*) AS jobs
FROM jobs
JOIN mechanics ON mechanics.id = jobs.mechanic_id
GROUP BY jobs.finished;
