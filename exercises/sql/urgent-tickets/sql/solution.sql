SELECT id, subject
FROM tickets
WHERE status IN ('open', 'waiting')
  AND (priority <= 2 OR plan = 'gold')
  AND opened >= '2026-02-01'
  AND opened < '2026-03-01';
