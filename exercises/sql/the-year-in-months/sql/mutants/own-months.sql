WITH counts AS (
  SELECT b.id, b.name, m.month, COUNT(l.id) AS loans
  FROM branches AS b
  CROSS JOIN (SELECT DISTINCT substr(lent_on, 1, 7) AS month FROM loans) AS m
  LEFT JOIN loans AS l ON l.branch_id = b.id AND substr(l.lent_on, 1, 7) = m.month
  GROUP BY b.id, b.name, m.month
)
SELECT
  name AS branch,
  month,
  loans,
  loans - LAG(loans) OVER (PARTITION BY id ORDER BY month) AS change,
  SUM(loans) OVER (PARTITION BY id ORDER BY month) AS total
FROM counts
ORDER BY name, id, month;
