-- Moving averages over any window, computed on request; of a kept window they equal the table moving_averages, bit
-- for bit.
-- $1 city ids, each once; $2 from, $3 to: seconds since 1970, half-open, one each a city
-- $4 window of N hours; $5 frame: RANGE or ROWS; $6 fill: NONE, PREVIOUS, LINEAR or MEAN, of no effect on RANGE
-- $7 longest gap that is filled, hours; $8 least coverage of the averages to answer, 0 to 1
--
-- RANGE: for each hour that exists, the mean over the hours that exist in (hour - N h, hour].
-- ROWS: for each hour of the calendar, the mean over its last N hours, those without observations filled as asked; what
-- stays empty is left out of the mean.
-- How gaps are filled stands in filled-hours.sql. observed_hours and filled_hours say what a mean rests on; coverage,
-- observed hours of N, does not count what was filled.
-- The hours' means are scaled to 1e-12 of their unit: sums of integers slide along the window, exactly, while floats
-- would be added up again for every row.
WITH wanted AS (
  SELECT city_id, CASE WHEN $5::text = 'ROWS' THEN $6::text ELSE 'NONE' END AS fill,
         make_interval(hours => $7::int) AS reach,
         to_timestamp(ceil(starts_at / 3600) * 3600) AS first_hour,
         to_timestamp(ceil(starts_at / 3600) * 3600) - make_interval(hours => $4::int - 1) AS first_needed,
         to_timestamp(ceil(ends_at / 3600) * 3600) AS ends_at
    FROM unnest($1::int[], $2::float8[], $3::float8[]) AS w (city_id, starts_at, ends_at)
),
-- The hours there are, after an empty one to begin with.
known AS (
  SELECT w.*, h.hour, h AS a
    FROM wanted AS w
    JOIN hourly_summaries AS h
      ON h.city_id = w.city_id AND h.hour >= w.first_needed - w.reach AND h.hour < w.ends_at + w.reach
   UNION ALL
  SELECT w.*, first_needed - reach - interval '1 hour', NULL FROM wanted AS w
),
-- Each (a) with the one after it (b), and how many hours lie between them.
gaps AS (
  SELECT *, (a).hour IS NOT NULL AND (b).hour IS NOT NULL AS is_closed,
         extract(epoch FROM coalesce((b).hour, ends_at + reach) - hour)::int / 3600 - 1 AS gap_hours
    FROM (SELECT *, lead(a) OVER (PARTITION BY city_id ORDER BY hour) AS b FROM known) AS paired
),
-- Each with the empty hours up to the next. weight: how far a value lies from a towards b; NULL for an hour that stays
-- empty.
calendar AS (
  SELECT city_id, first_hour, hour + step * interval '1 hour' AS hour, gap_hours, step = 0 AS is_observed,
         a, CASE WHEN step = 0 OR fill = 'PREVIOUS' THEN a ELSE b END AS b,
         CASE WHEN step = 0 THEN 0
              WHEN NOT is_closed OR gap_hours > $7::int THEN NULL
              WHEN fill = 'PREVIOUS' THEN 0
              WHEN fill = 'LINEAR' THEN step::float8 / (gap_hours + 1)
              WHEN fill = 'MEAN' THEN 0.5
         END AS weight
    FROM gaps
   CROSS JOIN LATERAL generate_series(0, gap_hours) AS step
   WHERE hour + step * interval '1 hour' >= first_needed AND hour + step * interval '1 hour' < ends_at
),
scaled AS (
  SELECT city_id, first_hour, hour, is_observed, NOT is_observed AND weight IS NOT NULL AS is_filled,
         round(1e12 * ((a).air_temperature_mean_c
           + weight * ((b).air_temperature_mean_c - (a).air_temperature_mean_c)))::int8 AS air_temperature,
         round(1e12 * ((a).apparent_temperature_mean_c
           + weight * ((b).apparent_temperature_mean_c - (a).apparent_temperature_mean_c)))::int8
           AS apparent_temperature,
         round(1e12 * ((a).relative_humidity_mean_pct
           + weight * ((b).relative_humidity_mean_pct - (a).relative_humidity_mean_pct)))::int8 AS relative_humidity,
         round(1e12 * ((a).mean_sea_level_pressure_mean_hpa
           + weight * ((b).mean_sea_level_pressure_mean_hpa - (a).mean_sea_level_pressure_mean_hpa)))::int8
           AS mean_sea_level_pressure,
         round(1e12 * ((a).wind_speed_mean_ms
           + weight * ((b).wind_speed_mean_ms - (a).wind_speed_mean_ms)))::int8 AS wind_speed
    FROM calendar
),
averages AS (
  SELECT city_id, first_hour, hour, is_observed,
         count(*) FILTER (WHERE is_observed) OVER span AS observed_hours,
         count(*) FILTER (WHERE is_filled) OVER span AS filled_hours,
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
    FROM scaled
  WINDOW span AS (PARTITION BY city_id ORDER BY hour ROWS BETWEEN $4::int8 - 1 PRECEDING AND CURRENT ROW)
)
SELECT city_id, hour, $4::int AS window_hours, air_temperature_c, apparent_temperature_c,
       relative_humidity_pct, mean_sea_level_pressure_hpa, wind_speed_ms,
       observed_hours::int, filled_hours::int, observed_hours::float8 / $4::int AS coverage
  FROM averages
 WHERE hour >= first_hour
   AND ($5::text = 'ROWS' OR is_observed)
   AND observed_hours >= $8::float8 * $4::int
 ORDER BY city_id, hour
