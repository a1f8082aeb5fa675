-- Which of some cities exist, and which are followed. $1 cities
SELECT cities.id, tracked_cities.city_id IS NOT NULL AS tracked
FROM cities
LEFT JOIN tracked_cities ON tracked_cities.city_id = cities.id
WHERE cities.id = ANY ($1::int[]);
