SELECT t.id, t.subject, c.status, c.changed_by
FROM tickets AS t
JOIN changes AS c ON c.ticket_id = t.id
WHERE c.status <> 'closed'
ORDER BY t.id;
