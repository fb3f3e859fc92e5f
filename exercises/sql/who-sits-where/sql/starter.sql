SELECT films.title, screenings.starts, members.name AS left_name
FROM bookings
JOIN screenings ON screenings.id = bookings.screening_id
JOIN films ON films.id = screenings.film_id
JOIN members ON members.id = bookings.member_id;
