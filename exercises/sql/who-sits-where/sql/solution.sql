SELECT
  f.title,
  s.starts,
  left_member.name AS left_name,
  right_member.name AS right_name
FROM bookings AS l
JOIN bookings AS r
  ON r.screening_id = l.screening_id
  AND r.seat_row = l.seat_row
  AND r.seat_number = l.seat_number + 1
JOIN members AS left_member ON left_member.id = l.member_id
JOIN members AS right_member ON right_member.id = r.member_id
JOIN screenings AS s ON s.id = l.screening_id
JOIN films AS f ON f.id = s.film_id
WHERE l.paid = 1
  AND r.paid = 1;
