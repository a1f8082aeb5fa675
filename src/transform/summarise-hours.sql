-- Summarises the given city-hours anew from their observations; an hour that has none any more loses its row.
-- $1 city ids, $2 hours: parallel arrays, each pair once.
--
-- Hour: the UTC hour [hour, hour + 1 h). Its samples are the observations whose instant lies in it, and an hour
-- exists only when it has one: an amount of the preceding hour alone does not make an hour observed.
--
-- One source an hour, never a blend: live (CURRENT) before reanalysis (ARCHIVE), then in the order of the enum
-- source. The enums are declared in these orders, so the best candidate is the first one sorted.
--
-- Exact: values are scaled to whole thousandths of their unit (VALUE_DECIMALS: what a real stands for, 8.05 and not
-- 8.0500002) and wind components to 1e-12 m/s before they are added up, so that a mean depends neither on the order
-- of arrival nor on the plan.
--
-- Wind: components of the vector the air moves along, u eastward = -speed sin(from), v northward = -speed cos(from),
-- averaged over the samples that give both speed and direction.
--
-- Precipitation and gusts, the one rule:
-- (a) ARCHIVE and OPEN_METEO stamp the end of an hour: amounts are sums, gusts maxima of [t - 1 h, t). They belong
--     to the hour before t, which takes them from the observation of its source stamped hour + 1 h; NULL, never 0,
--     while that is missing.
-- (b) all others give the rate at the instant, in mm/h: the amount is the mean rate of the hour's samples times one
--     hour, the gust the strongest of them. These sources leave out what did not fall, so an absent value counts as
--     0, and precipitation_implied_zero says that the total of at least one sample was absent.
--
-- Condition: the primary condition most samples had; of equally frequent ones the one seen last.
WITH touched AS (
  SELECT city_id, hour FROM unnest($1::int[], $2::timestamptz[]) AS t (city_id, hour)
),
-- Unbroken runs of touched hours: each is one range of the index.
stretches AS (
  SELECT city_id, min(hour) AS first_hour, max(hour) AS last_hour
    FROM (SELECT city_id, hour,
                 hour - row_number() OVER (PARTITION BY city_id ORDER BY hour) * interval '1 hour' AS stretch
            FROM touched) AS numbered
   GROUP BY city_id, stretch
),
-- With the instant that ends each stretch, for the sums stamped there.
samples AS MATERIALIZED (
  SELECT o.city_id, o.source, o.kind, o.observed_at,
         date_bin('1 hour', o.observed_at, 'epoch') AS hour,
         extract(epoch FROM o.observed_at)::float8 AS second,
         o.kind = 'ARCHIVE' OR o.source = 'OPEN_METEO' AS ends_hour,
         o.air_temperature_c, o.apparent_temperature_c, o.relative_humidity_pct, o.mean_sea_level_pressure_hpa,
         o.wind_speed_ms, o.wind_gust_speed_ms, o.condition_code,
         round(o.air_temperature_c::float8 * 1000)::int AS air_temperature,
         round(o.apparent_temperature_c::float8 * 1000)::int AS apparent_temperature,
         round(o.dew_point_temperature_c::float8 * 1000)::int AS dew_point_temperature,
         round(o.relative_humidity_pct::float8 * 1000)::int AS relative_humidity,
         round(o.mean_sea_level_pressure_hpa::float8 * 1000)::int AS mean_sea_level_pressure,
         round(o.surface_pressure_hpa::float8 * 1000)::int AS surface_pressure,
         round(o.wind_speed_ms::float8 * 1000)::int AS wind_speed,
         round(-round(o.wind_speed_ms::float8 * 1000)
               * sind(round(o.wind_from_direction_deg::float8 * 1000) / 1000) * 1e9)::int8 AS wind_eastward,
         round(-round(o.wind_speed_ms::float8 * 1000)
               * cosd(round(o.wind_from_direction_deg::float8 * 1000) / 1000) * 1e9)::int8 AS wind_northward,
         round(o.cloud_cover_pct::float8 * 1000)::int AS cloud_cover,
         round(o.visibility_m::float8 * 1000)::int AS visibility,
         round(o.rain_1h_mm::float8 * 1000)::int AS rain,
         round(o.snow_water_1h_mm::float8 * 1000)::int AS snow_water,
         round(o.precipitation_1h_mm::float8 * 1000)::int AS precipitation
    FROM stretches AS s
    JOIN observations AS o
      ON o.city_id = s.city_id AND o.observed_at >= s.first_hour AND o.observed_at <= s.last_hour + interval '1 hour'
),
-- What each source has for each hour. An array compares by its first elements first, which finds the first
-- instant of an extreme in the same pass.
candidates AS (
  SELECT city_id, hour, kind, source, ends_hour,
         count(*) AS sample_count,
         min(ARRAY[air_temperature_c, second]) FILTER (WHERE air_temperature_c IS NOT NULL) AS coldest,
         max(ARRAY[air_temperature_c, -second]) FILTER (WHERE air_temperature_c IS NOT NULL) AS warmest,
         sum(air_temperature)::float8 / (1000 * count(air_temperature)) AS air_temperature_mean,
         sum(apparent_temperature)::float8 / (1000 * count(apparent_temperature)) AS apparent_temperature_mean,
         sum(dew_point_temperature)::float8 / (1000 * count(dew_point_temperature)) AS dew_point_temperature_mean,
         sum(relative_humidity)::float8 / (1000 * count(relative_humidity)) AS relative_humidity_mean,
         sum(mean_sea_level_pressure)::float8 / (1000 * count(mean_sea_level_pressure)) AS mean_sea_level_pressure_mean,
         sum(surface_pressure)::float8 / (1000 * count(surface_pressure)) AS surface_pressure_mean,
         sum(wind_speed)::float8 / (1000 * count(wind_speed)) AS wind_speed_mean,
         sum(wind_eastward)::int8 / (1e12::float8 * count(wind_eastward)) AS wind_eastward_mean,
         sum(wind_northward)::int8 / (1e12::float8 * count(wind_northward)) AS wind_northward_mean,
         sum(cloud_cover)::float8 / (1000 * count(cloud_cover)) AS cloud_cover_mean,
         sum(visibility)::float8 / (1000 * count(visibility)) AS visibility_mean,
         min(apparent_temperature_c) AS apparent_temperature_min,
         max(apparent_temperature_c) AS apparent_temperature_max,
         min(relative_humidity_pct) AS relative_humidity_min, max(relative_humidity_pct) AS relative_humidity_max,
         min(mean_sea_level_pressure_hpa) AS mean_sea_level_pressure_min,
         max(mean_sea_level_pressure_hpa) AS mean_sea_level_pressure_max,
         min(wind_speed_ms) AS wind_speed_min, max(wind_speed_ms) AS wind_speed_max,
         max(wind_gust_speed_ms) AS gust,
         coalesce(sum(rain), 0)::float8 / (1000 * count(*)) AS rain,
         coalesce(sum(snow_water), 0)::float8 / (1000 * count(*)) AS snow_water,
         coalesce(sum(precipitation), 0)::float8 / (1000 * count(*)) AS precipitation,
         bool_or(precipitation IS NULL) AS implied_zero,
         max(wind_gust_speed_ms) FILTER (WHERE ends_hour AND observed_at = hour) AS ended_gust,
         max(rain) FILTER (WHERE ends_hour AND observed_at = hour)::float8 / 1000 AS ended_rain,
         max(snow_water) FILTER (WHERE ends_hour AND observed_at = hour)::float8 / 1000 AS ended_snow_water,
         max(precipitation) FILTER (WHERE ends_hour AND observed_at = hour)::float8 / 1000 AS ended_precipitation
    FROM samples
   GROUP BY city_id, hour, kind, source, ends_hour
),
-- Rule (a): what the same source stamped at the end of the hour, which lies in the next one.
with_amounts AS (
  SELECT candidates.*,
         max(ended_gust) OVER next_hour AS next_gust,
         max(ended_rain) OVER next_hour AS next_rain,
         max(ended_snow_water) OVER next_hour AS next_snow_water,
         max(ended_precipitation) OVER next_hour AS next_precipitation
    FROM candidates
  WINDOW next_hour AS (PARTITION BY city_id, source ORDER BY hour
                       RANGE BETWEEN '1 hour' FOLLOWING AND '1 hour' FOLLOWING)
),
chosen AS (
  SELECT DISTINCT ON (city_id, hour) * FROM with_amounts ORDER BY city_id, hour, kind, source
),
conditions AS (
  SELECT city_id, hour, kind, source, max(ARRAY[times, last_second, condition_code]) AS foremost
    FROM (SELECT city_id, hour, kind, source, condition_code, count(*) AS times, max(second) AS last_second
            FROM samples
           WHERE condition_code IS NOT NULL
           GROUP BY city_id, hour, kind, source, condition_code) AS counted
   GROUP BY city_id, hour, kind, source
),
fresh AS MATERIALIZED (
  SELECT chosen.*, foremost[3]::int2 AS condition_code
    FROM touched
    JOIN chosen USING (city_id, hour)
    LEFT JOIN conditions USING (city_id, hour, kind, source)
),
-- EXCEPT, which hashes: with NOT EXISTS the planner may loop over hours times hours.
gone AS (
  DELETE FROM hourly_summaries AS h
   USING (SELECT city_id, hour FROM touched EXCEPT SELECT city_id, hour FROM fresh) AS empty
   WHERE h.city_id = empty.city_id AND h.hour = empty.hour
)
INSERT INTO hourly_summaries AS old (
  city_id, hour, source, kind, sample_count, condition_code,
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
  city_id, hour, f.source, f.kind, f.sample_count, f.condition_code,
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
  CASE WHEN ends_hour THEN next_gust ELSE gust END,
  CASE WHEN ends_hour THEN next_rain ELSE rain END,
  CASE WHEN ends_hour THEN next_snow_water ELSE snow_water END,
  CASE WHEN ends_hour THEN next_precipitation ELSE precipitation END,
  NOT ends_hour AND implied_zero,
  coalesce(known.summarised_at, now())
FROM fresh AS f
LEFT JOIN hourly_summaries AS known USING (city_id, hour)
ON CONFLICT (city_id, hour) DO UPDATE SET
  source = excluded.source, kind = excluded.kind,
  sample_count = excluded.sample_count, condition_code = excluded.condition_code,
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
