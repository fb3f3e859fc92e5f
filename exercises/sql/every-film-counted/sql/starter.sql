SELECT films.title, COUNT(*) AS screenings
FROM films
JOIN screenings ON screenings.film_id = films.id
GROUP BY films.title;
