SELECT b.id, b.who, b.starts
FROM bookings AS b
JOIN bookings AS o ON o.room_id = b.room_id AND o.starts = b.starts
ORDER BY b.starts;
