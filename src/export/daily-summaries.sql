-- Daily summaries of some cities by city and day, for COPY. The section between /*:name*/ and /*:*/ is exchanged
-- for what is exported.
-- $1 cities, $2 from, $3 to (seconds since 1970 of the days' midnights in UTC, half-open; one each a city)
-- $4 rows at most (null: all), $5 least coverage, 0 to 1
SELECT /*:columns*/ list.* /*:*/
FROM (
  SELECT cities.*, wanted.starts_at, wanted.ends_at
  FROM unnest($1::int[], $2::float8[], $3::float8[]) AS wanted (city_id, starts_at, ends_at)
  JOIN cities ON cities.id = wanted.city_id
  ORDER BY cities.id
) AS city
JOIN daily_summaries AS list
  ON list.city_id = city.id
  AND list.local_date >= (to_timestamp(city.starts_at) AT TIME ZONE 'UTC')::date
  AND list.local_date < (to_timestamp(city.ends_at) AT TIME ZONE 'UTC')::date
WHERE list.observed_hours >= $5::float8 * list.expected_hours
ORDER BY list.city_id, list.local_date
LIMIT $4::bigint
