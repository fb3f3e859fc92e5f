SELECT station, MIN(night) AS first_night, MAX(night) AS last_night, COUNT(*) AS nights
FROM nights
WHERE low <= 0
GROUP BY station;
