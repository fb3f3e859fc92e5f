SELECT agent, COUNT(*) AS open_tickets
FROM tickets
GROUP BY agent;
