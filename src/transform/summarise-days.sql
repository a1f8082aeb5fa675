-- Summarises anew the local days the given city-hours fall on; a day without hours loses its row. Returns how many
-- city-days that were.
-- $1 city ids, $2 hours: parallel arrays.
--
-- Local day: an hour belongs to the date the city's clock shows when the hour starts. expected_hours counts the UTC
-- hours that start on the date: 23 or 25 when clocks change, and a date that a move over the date line leaves out
-- has none. ends_at is the end of its last hour. In zones half an hour off, the hour that straddles midnight so
-- counts to the day it starts in, whole.
--
-- Every observed hour weighs the same, however many samples it has: means are means of the hours' means, extremes
-- those of the hours with their first instant, precipitation the sum of the hours that know their amount (NULL when
-- none does), wind the mean of the hours' vectors, condition the one most hours had (of equals the one seen last).
-- A daily value therefore always equals its hours. Degree days follow from the mean when read.
--
-- Exact: the hours' means are scaled to 1e-12 of their unit before they are added up, so that the result does not
-- depend on order. The largest, 24 h of visibility at 100 km, is 2.5e18: it fits int8.
WITH touched AS (
  SELECT DISTINCT t.city_id, c.time_zone, (t.hour AT TIME ZONE c.time_zone)::date AS local_date
    FROM unnest($1::int[], $2::timestamptz[]) AS t (city_id, hour)
    JOIN cities AS c ON c.id = t.city_id
),
-- The hours of each local date: no zone has ever been more than 16 hours from UTC.
calendar AS (
  SELECT time_zone, local_date, min(hour) AS first_hour, max(hour) AS last_hour, count(*) AS expected_hours
    FROM (SELECT DISTINCT time_zone, local_date FROM touched) AS dates
   CROSS JOIN generate_series(local_date::timestamp AT TIME ZONE 'UTC' - interval '16 hours',
                              local_date::timestamp AT TIME ZONE 'UTC' + interval '40 hours',
                              interval '1 hour') AS hour
   WHERE (hour AT TIME ZONE time_zone)::date = local_date
   GROUP BY time_zone, local_date
),
-- Materialised, so that city and bounds come from one relation and all become conditions of the index.
bounds AS MATERIALIZED (
  SELECT * FROM touched JOIN calendar USING (time_zone, local_date)
),
-- Clocks set back over midnight can make two dates overlap (America/Goose_Bay, 1988-10-30): each hour is asked.
hours AS MATERIALIZED (
  SELECT b.local_date, b.expected_hours, b.last_hour + interval '1 hour' AS ends_at,
         h.*, extract(epoch FROM h.hour)::float8 AS second
    FROM bounds AS b
    JOIN hourly_summaries AS h ON h.city_id = b.city_id AND h.hour >= b.first_hour AND h.hour <= b.last_hour
   WHERE (h.hour AT TIME ZONE b.time_zone)::date = b.local_date
),
-- An array compares by its first elements first, which finds the first instant of an extreme in the same pass.
days AS (
  SELECT city_id, local_date, ends_at, expected_hours,
         count(*) AS observed_hours,
         sum(sample_count) AS sample_count,
         array_agg(DISTINCT source ORDER BY source) AS sources,
         min(ARRAY[air_temperature_min_c, extract(epoch FROM air_temperature_min_at)::float8])
           FILTER (WHERE air_temperature_min_c IS NOT NULL) AS coldest,
         max(ARRAY[air_temperature_max_c, -extract(epoch FROM air_temperature_max_at)::float8])
           FILTER (WHERE air_temperature_max_c IS NOT NULL) AS warmest,
         sum(round(air_temperature_mean_c * 1e12)::int8)::int8
           / (1e12::float8 * count(air_temperature_mean_c)) AS air_temperature_mean,
         sum(round(apparent_temperature_mean_c * 1e12)::int8)::int8
           / (1e12::float8 * count(apparent_temperature_mean_c)) AS apparent_temperature_mean,
         sum(round(dew_point_temperature_mean_c * 1e12)::int8)::int8
           / (1e12::float8 * count(dew_point_temperature_mean_c)) AS dew_point_temperature_mean,
         sum(round(relative_humidity_mean_pct * 1e12)::int8)::int8
           / (1e12::float8 * count(relative_humidity_mean_pct)) AS relative_humidity_mean,
         sum(round(mean_sea_level_pressure_mean_hpa * 1e12)::int8)::int8
           / (1e12::float8 * count(mean_sea_level_pressure_mean_hpa)) AS mean_sea_level_pressure_mean,
         sum(round(surface_pressure_mean_hpa * 1e12)::int8)::int8
           / (1e12::float8 * count(surface_pressure_mean_hpa)) AS surface_pressure_mean,
         sum(round(wind_speed_mean_ms * 1e12)::int8)::int8
           / (1e12::float8 * count(wind_speed_mean_ms)) AS wind_speed_mean,
         sum(round(wind_eastward_mean_ms * 1e12)::int8)::int8
           / (1e12::float8 * count(wind_eastward_mean_ms)) AS wind_eastward_mean,
         sum(round(wind_northward_mean_ms * 1e12)::int8)::int8
           / (1e12::float8 * count(wind_northward_mean_ms)) AS wind_northward_mean,
         sum(round(cloud_cover_mean_pct * 1e12)::int8)::int8
           / (1e12::float8 * count(cloud_cover_mean_pct)) AS cloud_cover_mean,
         sum(round(visibility_mean_m * 1e12)::int8)::int8
           / (1e12::float8 * count(visibility_mean_m)) AS visibility_mean,
         min(apparent_temperature_min_c) AS apparent_temperature_min,
         max(apparent_temperature_max_c) AS apparent_temperature_max,
         min(relative_humidity_min_pct) AS relative_humidity_min,
         max(relative_humidity_max_pct) AS relative_humidity_max,
         min(mean_sea_level_pressure_min_hpa) AS mean_sea_level_pressure_min,
         max(mean_sea_level_pressure_max_hpa) AS mean_sea_level_pressure_max,
         min(wind_speed_min_ms) AS wind_speed_min, max(wind_speed_max_ms) AS wind_speed_max,
         max(wind_gust_speed_max_ms) AS gust,
         sum(round(rain_mm * 1e12)::int8)::int8 / 1e12::float8 AS rain,
         sum(round(snow_water_mm * 1e12)::int8)::int8 / 1e12::float8 AS snow_water,
         sum(round(precipitation_mm * 1e12)::int8)::int8 / 1e12::float8 AS precipitation,
         bool_or(precipitation_implied_zero) AS implied_zero
    FROM hours
   GROUP BY city_id, local_date, ends_at, expected_hours
),
conditions AS (
  SELECT city_id, local_date, max(ARRAY[times, last_second, condition_code]) AS foremost
    FROM (SELECT city_id, local_date, condition_code, count(*) AS times, max(second) AS last_second
            FROM hours
           WHERE condition_code IS NOT NULL
           GROUP BY city_id, local_date, condition_code) AS counted
   GROUP BY city_id, local_date
),
-- EXCEPT, which hashes: where the planner expects one hour, NOT EXISTS became a nested loop of days times hours (1.5
-- million comparisons and 1.7 s for 366 days).
gone AS (
  DELETE FROM daily_summaries AS d
   USING (SELECT city_id, local_date FROM touched EXCEPT SELECT city_id, local_date FROM hours) AS empty
   WHERE d.city_id = empty.city_id AND d.local_date = empty.local_date
),
written AS (
  INSERT INTO daily_summaries AS old (
    city_id, local_date, ends_at, expected_hours, observed_hours, sample_count, sources, condition_code,
    air_temperature_mean_c, air_temperature_min_c, air_temperature_min_at,
    air_temperature_max_c, air_temperature_max_at,
    apparent_temperature_mean_c, apparent_temperature_min_c, apparent_temperature_max_c,
    dew_point_temperature_mean_c,
    relative_humidity_mean_pct, relative_humidity_min_pct, relative_humidity_max_pct,
    mean_sea_level_pressure_mean_hpa, mean_sea_level_pressure_min_hpa, mean_sea_level_pressure_max_hpa,
    surface_pressure_mean_hpa,
    wind_speed_mean_ms, wind_speed_min_ms, wind_speed_max_ms,
    wind_eastward_mean_ms, wind_northward_mean_ms,
    cloud_cover_mean_pct, visibility_mean_m,
    wind_gust_speed_max_ms, rain_mm, snow_water_mm, precipitation_mm, precipitation_implied_zero,
    summarised_at)
  SELECT
    city_id, local_date, f.ends_at, f.expected_hours, f.observed_hours, f.sample_count, f.sources,
    c.foremost[3]::int2,
    f.air_temperature_mean, f.coldest[1], to_timestamp(f.coldest[2]),
    f.warmest[1], to_timestamp(-f.warmest[2]),
    f.apparent_temperature_mean, f.apparent_temperature_min, f.apparent_temperature_max,
    f.dew_point_temperature_mean,
    f.relative_humidity_mean, f.relative_humidity_min, f.relative_humidity_max,
    f.mean_sea_level_pressure_mean, f.mean_sea_level_pressure_min, f.mean_sea_level_pressure_max,
    f.surface_pressure_mean,
    f.wind_speed_mean, f.wind_speed_min, f.wind_speed_max,
    f.wind_eastward_mean, f.wind_northward_mean,
    f.cloud_cover_mean, f.visibility_mean,
    f.gust, f.rain, f.snow_water, f.precipitation, f.implied_zero,
    coalesce(known.summarised_at, now())
  FROM days AS f
  LEFT JOIN conditions AS c USING (city_id, local_date)
  LEFT JOIN daily_summaries AS known USING (city_id, local_date)
  ON CONFLICT (city_id, local_date) DO UPDATE SET
    ends_at = excluded.ends_at, expected_hours = excluded.expected_hours, observed_hours = excluded.observed_hours,
    sample_count = excluded.sample_count, sources = excluded.sources, condition_code = excluded.condition_code,
    air_temperature_mean_c = excluded.air_temperature_mean_c,
    air_temperature_min_c = excluded.air_temperature_min_c,
    air_temperature_min_at = excluded.air_temperature_min_at,
    air_temperature_max_c = excluded.air_temperature_max_c,
    air_temperature_max_at = excluded.air_temperature_max_at,
    apparent_temperature_mean_c = excluded.apparent_temperature_mean_c,
    apparent_temperature_min_c = excluded.apparent_temperature_min_c,
    apparent_temperature_max_c = excluded.apparent_temperature_max_c,
    dew_point_temperature_mean_c = excluded.dew_point_temperature_mean_c,
    relative_humidity_mean_pct = excluded.relative_humidity_mean_pct,
    relative_humidity_min_pct = excluded.relative_humidity_min_pct,
    relative_humidity_max_pct = excluded.relative_humidity_max_pct,
    mean_sea_level_pressure_mean_hpa = excluded.mean_sea_level_pressure_mean_hpa,
    mean_sea_level_pressure_min_hpa = excluded.mean_sea_level_pressure_min_hpa,
    mean_sea_level_pressure_max_hpa = excluded.mean_sea_level_pressure_max_hpa,
    surface_pressure_mean_hpa = excluded.surface_pressure_mean_hpa,
    wind_speed_mean_ms = excluded.wind_speed_mean_ms,
    wind_speed_min_ms = excluded.wind_speed_min_ms,
    wind_speed_max_ms = excluded.wind_speed_max_ms,
    wind_eastward_mean_ms = excluded.wind_eastward_mean_ms,
    wind_northward_mean_ms = excluded.wind_northward_mean_ms,
    cloud_cover_mean_pct = excluded.cloud_cover_mean_pct,
    visibility_mean_m = excluded.visibility_mean_m,
    wind_gust_speed_max_ms = excluded.wind_gust_speed_max_ms,
    rain_mm = excluded.rain_mm, snow_water_mm = excluded.snow_water_mm,
    precipitation_mm = excluded.precipitation_mm,
    precipitation_implied_zero = excluded.precipitation_implied_zero,
    summarised_at = now()
  -- The known time is carried along above, so a row that came out as it was equals itself and is left alone.
  WHERE old.* IS DISTINCT FROM excluded.*
)
SELECT count(*)::int AS days FROM touched;
