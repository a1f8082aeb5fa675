-- Extremes of local days, one row a city and kind.
-- $1 cities, $2 from, $3 to (local dates, half-open; null: all), $4 least coverage of a whole day, $5 the instant it is
-- now, seconds
-- Hours that are missing can only have been hotter, wetter or stormier: a day's extreme or sum stands even if the day is
-- thin. Means, greatest minima and least maxima need a whole day.
WITH candidates AS (
  SELECT
    day.city_id, day.local_date, extreme.kind, extreme.sign,
    -- Columns of single precision differ from what was measured beyond the thousandths.
    round(extreme.value::numeric, 3) AS value
  FROM daily_summaries AS day
  CROSS JOIN LATERAL (
    VALUES
      ('HIGHEST_TEMPERATURE', 1, false, air_temperature_max_c::float8),
      ('LOWEST_TEMPERATURE', -1, false, air_temperature_min_c),
      ('WARMEST_DAY', 1, true, air_temperature_mean_c),
      ('COLDEST_DAY', -1, true, air_temperature_mean_c),
      ('HIGHEST_MINIMUM', 1, true, air_temperature_min_c),
      ('LOWEST_MAXIMUM', -1, true, air_temperature_max_c),
      ('LARGEST_TEMPERATURE_RANGE', 1, false, air_temperature_max_c::float8 - air_temperature_min_c),
      ('MOST_PRECIPITATION', 1, false, precipitation_mm),
      ('MOST_SNOW', 1, false, snow_water_mm),
      ('STRONGEST_GUST', 1, false, wind_gust_speed_max_ms),
      ('HIGHEST_PRESSURE', 1, false, mean_sea_level_pressure_max_hpa),
      ('LOWEST_PRESSURE', -1, false, mean_sea_level_pressure_min_hpa)
  ) AS extreme (kind, sign, of_whole_days, value)
  WHERE day.city_id = ANY ($1::int[])
    AND day.local_date >= coalesce($2::date, '-infinity')
    AND day.local_date < coalesce($3::date, 'infinity')
    AND extreme.value IS NOT NULL
    AND (
      NOT extreme.of_whole_days
      OR (day.observed_hours >= $4::float8 * day.expected_hours AND day.ends_at <= to_timestamp($5))
    )
),
best AS (
  SELECT city_id, kind, max(sign * value) AS signed, count(*)::int AS days, min(local_date) AS since, max(local_date) AS until
  FROM candidates
  GROUP BY city_id, kind
)
SELECT
  city_id, kind,
  min(value)::float8 AS value,
  (array_agg(local_date::text ORDER BY local_date))[1:10] AS dates,
  count(*)::int AS ties,
  min(days) AS days,
  min(since)::text AS since,
  min(until)::text AS until
FROM candidates
JOIN best USING (city_id, kind)
WHERE sign * value = signed
GROUP BY city_id, kind;
