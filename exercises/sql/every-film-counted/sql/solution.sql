SELECT
  f.title,
  COUNT(DISTINCT s.id) AS screenings,
  COUNT(DISTINCT b.id) AS seats_sold,
  round(AVG(r.stars), 1) AS stars
FROM films AS f
LEFT JOIN screenings AS s ON s.film_id = f.id
LEFT JOIN bookings AS b ON b.screening_id = s.id
LEFT JOIN ratings AS r ON r.film_id = f.id
GROUP BY f.id, f.title
ORDER BY seats_sold DESC, f.title, f.id;
