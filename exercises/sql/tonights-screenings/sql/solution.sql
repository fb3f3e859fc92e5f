SELECT
  substr(s.starts, 12) AS time,
  f.title,
  r.name AS room,
  r.seats
FROM screenings AS s
JOIN films AS f ON f.id = s.film_id
JOIN rooms AS r ON r.id = s.room_id
WHERE s.starts LIKE '2026-05-08%'
  AND s.cancelled = 0
ORDER BY time, room;
