-- Local weeks (from Monday) or months of some cities, from their hours, as one text: periods that start within
-- the range, whole. An hour belongs to the day the city's clock shows when it starts; each weighs the same. The sections
-- between /*:name*/ and /*:*/ are exchanged: the columns, and the values they hold.
-- $1 cities, $2 from, $3 to (seconds since 1970, half-open), $4 week or month
WITH periods AS (
  SELECT
    time_zone,
    local_start AT TIME ZONE time_zone AS starts_at,
    (local_start + ('1 ' || $4::text)::interval) AT TIME ZONE time_zone AS ends_at
  FROM (SELECT DISTINCT time_zone FROM cities WHERE id = ANY ($1::int[])) AS zones
  CROSS JOIN generate_series(
    date_trunc($4, to_timestamp($2) AT TIME ZONE time_zone),
    to_timestamp($3) AT TIME ZONE time_zone,
    ('1 ' || $4)::interval
  ) AS local_start
)
SELECT /*:columns*/ json_agg(list) /*:*/
FROM (
  SELECT cities.id AS city_id, date_part('epoch', starts_at)::bigint AS starts_at /*:values*/ /*:*/
  FROM cities
  JOIN periods USING (time_zone)
  LEFT JOIN hourly_summaries AS hour
    ON hour.city_id = cities.id AND hour.hour >= starts_at AND hour.hour < ends_at
  WHERE cities.id = ANY ($1::int[]) AND starts_at >= to_timestamp($2) AND starts_at < to_timestamp($3)
  GROUP BY cities.id, starts_at
  ORDER BY cities.id, starts_at
) AS list;
