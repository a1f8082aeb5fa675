-- Cities by id. $1 ids
SELECT id, name, country_code, admin1_code, latitude, longitude, elevation_m, population, time_zone
FROM cities
WHERE id = ANY ($1::int[]);
