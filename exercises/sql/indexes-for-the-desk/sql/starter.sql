CREATE INDEX tickets_by_email ON tickets (email);
