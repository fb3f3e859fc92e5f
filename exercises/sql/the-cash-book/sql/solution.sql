WITH balances AS (
  SELECT
    id, box, day, note, cents,
    SUM(cents) OVER (PARTITION BY box ORDER BY day, id) AS balance
  FROM entries
),
book AS (
  SELECT
    *,
    MIN(balance) OVER (PARTITION BY box ORDER BY day, id) AS lowest
  FROM balances
)
SELECT box, day, note, cents, balance, lowest
FROM book
WHERE day >= '2026-05-01' AND day < '2026-06-01'
ORDER BY box, day, id;
