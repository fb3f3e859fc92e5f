UPDATE tickets
SET note = (SELECT note FROM form)
WHERE id = (SELECT ticket_id FROM form);
