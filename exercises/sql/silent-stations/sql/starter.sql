SELECT stations.id, stations.name
FROM stations
JOIN readings ON readings.station_id = stations.id
WHERE readings.id IS NULL;
