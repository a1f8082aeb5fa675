-- Moving averages over a kept window for every hour of the calendar, nothing filled: what moving-averages.sql computes for
-- ROWS and NONE, bit for bit, at a fraction of the cost. Hours that exist have theirs in the table moving_averages; only
-- of the empty ones they are computed here.
-- $1 city ids, each once; $2 from, $3 to: seconds since 1970, half-open, one each a city
-- $4 window of N hours, one that is kept; $5 least coverage of the averages to answer, 0 to 1
WITH wanted AS (
  SELECT city_id,
         to_timestamp(ceil(starts_at / 3600) * 3600) AS first_hour,
         to_timestamp(ceil(ends_at / 3600) * 3600) AS ends_at
    FROM unnest($1::int[], $2::float8[], $3::float8[]) AS w (city_id, starts_at, ends_at)
),
kept AS MATERIALIZED (
  SELECT m.*
    FROM wanted AS w
    JOIN moving_averages AS m
      ON m.city_id = w.city_id AND m.window_hours = $4::int AND m.hour >= w.first_hour AND m.hour < w.ends_at
),
empty AS (
  SELECT city_id, generate_series(first_hour, ends_at - interval '1 hour', interval '1 hour') AS hour FROM wanted
  EXCEPT
  SELECT city_id, hour FROM kept
),
computed AS (
  SELECT e.city_id, e.hour, count(h.hour)::int AS observed_hours,
         sum(round(1e12 * h.air_temperature_mean_c)::int8)::int8
           / (1e12::float8 * count(h.air_temperature_mean_c)) AS air_temperature_c,
         sum(round(1e12 * h.apparent_temperature_mean_c)::int8)::int8
           / (1e12::float8 * count(h.apparent_temperature_mean_c)) AS apparent_temperature_c,
         sum(round(1e12 * h.relative_humidity_mean_pct)::int8)::int8
           / (1e12::float8 * count(h.relative_humidity_mean_pct)) AS relative_humidity_pct,
         sum(round(1e12 * h.mean_sea_level_pressure_mean_hpa)::int8)::int8
           / (1e12::float8 * count(h.mean_sea_level_pressure_mean_hpa)) AS mean_sea_level_pressure_hpa,
         sum(round(1e12 * h.wind_speed_mean_ms)::int8)::int8
           / (1e12::float8 * count(h.wind_speed_mean_ms)) AS wind_speed_ms
    FROM empty AS e
    LEFT JOIN hourly_summaries AS h
      ON h.city_id = e.city_id AND h.hour > e.hour - make_interval(hours => $4::int) AND h.hour < e.hour
   GROUP BY e.city_id, e.hour
)
SELECT *, $4::int AS window_hours, 0 AS filled_hours, observed_hours::float8 / $4::int AS coverage
  FROM (
    SELECT city_id, hour, air_temperature_c, apparent_temperature_c, relative_humidity_pct,
           mean_sea_level_pressure_hpa, wind_speed_ms, observed_hours::int AS observed_hours
      FROM kept
     UNION ALL
    SELECT city_id, hour, air_temperature_c, apparent_temperature_c, relative_humidity_pct,
           mean_sea_level_pressure_hpa, wind_speed_ms, observed_hours
      FROM computed
  ) AS averages
 WHERE observed_hours >= $5::float8 * $4::int
 ORDER BY city_id, hour
