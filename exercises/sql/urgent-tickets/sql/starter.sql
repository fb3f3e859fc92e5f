SELECT id, subject
FROM tickets
WHERE status = 'open';
