CREATE INDEX tickets_by_agent ON tickets (agent_id, opened);
CREATE INDEX tickets_by_email ON tickets (lower(email));
