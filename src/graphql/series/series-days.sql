-- Local days of some cities over the calendar, as one text: days that start within the range. The sections
-- between /*:name*/ and /*:*/ are exchanged: the columns, and the values they hold.
-- $1 cities, $2 from, $3 to (seconds since 1970, half-open)
WITH days AS (
  SELECT time_zone, day::date AS local_date, day AT TIME ZONE time_zone AS starts_at
  FROM (SELECT DISTINCT time_zone FROM cities WHERE id = ANY ($1::int[])) AS zones
  CROSS JOIN generate_series(
    date_trunc('day', to_timestamp($2) AT TIME ZONE time_zone),
    to_timestamp($3) AT TIME ZONE time_zone,
    interval '1 day'
  ) AS day
)
SELECT /*:columns*/ json_agg(list) /*:*/
FROM (
  SELECT cities.id AS city_id, date_part('epoch', starts_at)::bigint AS starts_at /*:values*/ /*:*/
  FROM cities
  JOIN days USING (time_zone)
  LEFT JOIN daily_summaries AS day ON day.city_id = cities.id AND day.local_date = days.local_date
  WHERE cities.id = ANY ($1::int[]) AND starts_at >= to_timestamp($2) AND starts_at < to_timestamp($3)
  ORDER BY cities.id, starts_at
) AS list;
