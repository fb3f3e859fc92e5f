SELECT b.name AS branch, substr(l.lent_on, 1, 7) AS month, COUNT(*) AS loans
FROM branches AS b
JOIN loans AS l ON l.branch_id = b.id
GROUP BY b.name, month
ORDER BY b.name, month;
