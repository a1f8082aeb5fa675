-- Cities that have observations and meet conditions, with what is known of their sources.
-- $1 ids (null: all), $2 country (null: any), $3 followed (null: either)
SELECT cities.id, cities.time_zone, array_agg(latest.source::text ORDER BY latest.source) AS sources
FROM cities
JOIN latest_observations AS latest ON latest.city_id = cities.id
WHERE ($1::int[] IS NULL OR cities.id = ANY ($1::int[]))
  AND ($2::text IS NULL OR cities.country_code = $2)
  AND ($3::bool IS NULL OR $3 = EXISTS (SELECT FROM tracked_cities WHERE tracked_cities.city_id = cities.id))
GROUP BY cities.id
ORDER BY cities.id
