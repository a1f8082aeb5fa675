-- Computes anew the moving averages that the given city-hours take part in: those of the hours h .. h + N - 1, for one
-- window of N hours; an hour that is gone loses its averages.
-- $1 city ids, $2 hours: parallel arrays; $3 N
--
-- Moving average: for each hour that exists, the mean over the hours that exist in (hour - N h, hour], each weighing
-- the same, of the hours' means; observed_hours says how many those are. The hours' means are scaled to 1e-12 of
-- their unit: sums of integers slide along a window exactly, floats would have to be added up again for every row.
WITH touched AS (
  SELECT DISTINCT city_id, hour FROM unnest($1::int[], $2::timestamptz[]) AS t (city_id, hour)
),
-- Touched hours whose windows meet belong together: those 2 N hours apart share none.
stretches AS (
  SELECT city_id, min(hour) AS first_hour, max(hour) + ($3::int - 1) * interval '1 hour' AS last_hour
    FROM (SELECT city_id, hour, count(*) FILTER (WHERE is_far) OVER (PARTITION BY city_id ORDER BY hour) AS stretch
            FROM (SELECT city_id, hour,
                         hour - lag(hour) OVER (PARTITION BY city_id ORDER BY hour)
                           >= $3::int * interval '2 hours' AS is_far
                    FROM touched) AS spaced) AS numbered
   GROUP BY city_id, stretch
),
hours AS (
  SELECT h.city_id, h.hour, h.hour >= s.first_hour AS is_touched, extract(epoch FROM h.hour)::int8 / 3600 AS number,
         round(h.air_temperature_mean_c * 1e12)::int8 AS air_temperature,
         round(h.apparent_temperature_mean_c * 1e12)::int8 AS apparent_temperature,
         round(h.relative_humidity_mean_pct * 1e12)::int8 AS relative_humidity,
         round(h.mean_sea_level_pressure_mean_hpa * 1e12)::int8 AS mean_sea_level_pressure,
         round(h.wind_speed_mean_ms * 1e12)::int8 AS wind_speed
    FROM stretches AS s
    JOIN hourly_summaries AS h
      ON h.city_id = s.city_id AND h.hour > s.first_hour - $3::int * interval '1 hour' AND h.hour <= s.last_hour
),
averages AS (
  SELECT city_id, hour, is_touched,
         count(*) OVER span AS observed_hours,
         (sum(air_temperature) OVER span)::int8
           / (1e12::float8 * count(air_temperature) OVER span) AS air_temperature_c,
         (sum(apparent_temperature) OVER span)::int8
           / (1e12::float8 * count(apparent_temperature) OVER span) AS apparent_temperature_c,
         (sum(relative_humidity) OVER span)::int8
           / (1e12::float8 * count(relative_humidity) OVER span) AS relative_humidity_pct,
         (sum(mean_sea_level_pressure) OVER span)::int8
           / (1e12::float8 * count(mean_sea_level_pressure) OVER span) AS mean_sea_level_pressure_hpa,
         (sum(wind_speed) OVER span)::int8
           / (1e12::float8 * count(wind_speed) OVER span) AS wind_speed_ms
    FROM hours
  WINDOW span AS (PARTITION BY city_id ORDER BY number RANGE BETWEEN $3::int8 - 1 PRECEDING AND CURRENT ROW)
),
gone AS (
  DELETE FROM moving_averages AS m
   USING touched AS t
   WHERE m.city_id = t.city_id AND m.window_hours = $3::int AND m.hour = t.hour
     AND NOT EXISTS (SELECT FROM hourly_summaries AS h WHERE h.city_id = t.city_id AND h.hour = t.hour)
)
INSERT INTO moving_averages AS old (
  city_id, window_hours, hour, observed_hours, air_temperature_c, apparent_temperature_c, relative_humidity_pct,
  mean_sea_level_pressure_hpa, wind_speed_ms)
SELECT
  city_id, $3::int, hour, observed_hours, air_temperature_c, apparent_temperature_c, relative_humidity_pct,
  mean_sea_level_pressure_hpa, wind_speed_ms
FROM averages
WHERE is_touched
ON CONFLICT (city_id, window_hours, hour) DO UPDATE SET
  observed_hours = excluded.observed_hours, air_temperature_c = excluded.air_temperature_c,
  apparent_temperature_c = excluded.apparent_temperature_c, relative_humidity_pct = excluded.relative_humidity_pct,
  mean_sea_level_pressure_hpa = excluded.mean_sea_level_pressure_hpa, wind_speed_ms = excluded.wind_speed_ms
WHERE old.* IS DISTINCT FROM excluded.*
