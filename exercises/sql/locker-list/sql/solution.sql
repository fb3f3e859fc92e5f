SELECT DISTINCT hall, label
FROM rentals
ORDER BY hall, CAST(label AS INTEGER), label;
