SELECT COUNT(*) AS parcels, SUM(kilos) AS kilos
FROM parcels;
