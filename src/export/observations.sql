-- Observations of some cities by city, time and source, for COPY. The section between /*:name*/ and /*:*/ is
-- exchanged for what is exported.
-- $1 cities, $2 from, $3 to (seconds since 1970, half-open; one each a city), $4 rows at most (null: all)
-- $5 source (null: any); $6 only what follows this instant, of source $7, in city $8 (null: all)
SELECT /*:columns*/ list.* /*:*/
FROM (
  SELECT cities.*, wanted.starts_at, wanted.ends_at
  FROM unnest($1::int[], $2::float8[], $3::float8[]) AS wanted (city_id, starts_at, ends_at)
  JOIN cities ON cities.id = wanted.city_id
  ORDER BY cities.id
) AS city
JOIN observations AS list
  ON list.city_id = city.id
  AND list.observed_at >= to_timestamp(city.starts_at)
  AND list.observed_at < to_timestamp(city.ends_at)
WHERE ($5::source IS NULL OR list.source = $5::source)
  AND ($8::int IS NULL OR list.city_id <> $8::int
    OR (list.observed_at, list.source) > (to_timestamp($6::float8), $7::source))
ORDER BY list.city_id, list.observed_at, list.source
LIMIT $4::bigint
