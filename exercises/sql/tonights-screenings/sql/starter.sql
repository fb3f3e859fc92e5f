SELECT screenings.starts AS time, films.title
FROM screenings
JOIN films ON films.id = screenings.id;
