UPDATE tickets
SET
  note = (SELECT trim(note) FROM form),
  version = version + 1
WHERE id = (SELECT ticket_id FROM form)
  AND version = (SELECT read_version FROM form)
  AND status <> 'closed';
