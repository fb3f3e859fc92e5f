WITH numbered AS (
  SELECT
    ticket_id,
    status,
    changed_by,
    ROW_NUMBER() OVER (PARTITION BY ticket_id ORDER BY changed DESC, id DESC) AS age,
    COUNT(*) OVER (PARTITION BY ticket_id) AS changes
  FROM changes
)
SELECT
  t.id,
  t.subject,
  COALESCE(n.status, 'new') AS status,
  n.changed_by,
  COALESCE(n.changes, 0) AS changes
FROM tickets AS t
LEFT JOIN numbered AS n ON n.ticket_id = t.id AND n.age = 1
WHERE COALESCE(n.status, 'new') <> 'closed'
ORDER BY t.id;
