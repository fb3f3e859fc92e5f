SELECT b.id, b.who, b.starts
FROM bookings AS b
WHERE b.cancelled = 0
  AND EXISTS (
    SELECT 1
    FROM bookings AS o
    WHERE o.room_id = b.room_id
      AND o.id <> b.id
      AND o.cancelled = 0
      AND o.starts < b.ends
      AND b.starts < o.ends
  )
ORDER BY b.starts, b.id;
