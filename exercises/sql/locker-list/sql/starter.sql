SELECT hall, label, person
FROM rentals
ORDER BY hall, label;
