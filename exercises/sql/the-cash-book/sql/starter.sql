SELECT box, day, note, cents, SUM(cents) OVER () AS balance
FROM entries
ORDER BY box, day;
