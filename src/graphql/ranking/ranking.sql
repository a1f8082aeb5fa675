-- Cities in the order of a measure of their local days. The sections between /*:name*/ and /*:*/ are exchanged: the
-- measure, its direction, and the cities that come into question (with their parameters, $1 to $13).
-- $14 from, $15 to: local dates, half-open; null: each city's yesterday. $16 the instant it is now, seconds since 1970
-- $17 least coverage, 0 to 1. $18 cities at most
WITH measured AS (
  SELECT day.city_id, /*:measure*/ max(air_temperature_max_c) /*:*/ AS value, min(day.local_date) AS local_date
  FROM (SELECT DISTINCT city_id FROM latest_observations) AS known
  JOIN cities ON cities.id = known.city_id
  JOIN daily_summaries AS day
    ON day.city_id = known.city_id
    AND day.local_date >= coalesce($14::date, (to_timestamp($16) AT TIME ZONE cities.time_zone)::date - 1)
    AND day.local_date < coalesce($15::date, (to_timestamp($16) AT TIME ZONE cities.time_zone)::date)
  WHERE day.observed_hours >= $17::float8 * day.expected_hours
    AND cities.id IN (/*:cities*/ SELECT id FROM cities /*:*/)
  GROUP BY day.city_id
)
SELECT
  rank() OVER (ORDER BY value /*:direction*/ DESC /*:*/)::int AS rank,
  city_id,
  value,
  extract(epoch FROM local_date)::float8 AS date
FROM measured
WHERE value IS NOT NULL
ORDER BY value /*:direction*/ DESC /*:*/, city_id
LIMIT $18;
