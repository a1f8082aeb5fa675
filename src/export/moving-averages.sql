-- Moving averages of some cities over a kept window, by city and hour, for COPY. The section between /*:name*/ and
-- /*:*/ is exchanged for what is exported.
-- $1 cities, $2 from, $3 to (seconds since 1970, half-open; one each a city), $4 rows at most (null: all)
-- $5 window in hours, $6 least coverage, 0 to 1
SELECT /*:columns*/ list.* /*:*/
FROM (
  SELECT cities.*, wanted.starts_at, wanted.ends_at
  FROM unnest($1::int[], $2::float8[], $3::float8[]) AS wanted (city_id, starts_at, ends_at)
  JOIN cities ON cities.id = wanted.city_id
  ORDER BY cities.id
) AS city
JOIN moving_averages AS list
  ON list.city_id = city.id
  AND list.window_hours = $5::int
  AND list.hour >= to_timestamp(city.starts_at)
  AND list.hour < to_timestamp(city.ends_at)
WHERE list.observed_hours >= $6::float8 * list.window_hours
ORDER BY list.city_id, list.hour
LIMIT $4::bigint
