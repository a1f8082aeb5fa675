-- The definitions of the summaries once more, in DuckDB's SQL and by other means: every choice by ordering rows, every
-- amount by a join, every moving average by adding up its hours, means over plain doubles. It shares no line with the
-- warehouse's own statements, and its time zones are those of DuckDB's ICU.
-- Reads: observations, cities (both with instants in Unix seconds). Writes: hours, days, averages.

CREATE TABLE samples AS
SELECT *, observed_at // 3600 AS hour,
       kind = 'ARCHIVE' OR source = 'OPEN_METEO' AS ending,
       CASE kind WHEN 'CURRENT' THEN 0 ELSE 10 END
         + CASE source WHEN 'OPENWEATHERMAP' THEN 0 WHEN 'OPEN_METEO' THEN 1 ELSE 2 END AS preference
  FROM observations
QUALIFY preference = min(preference) OVER (PARTITION BY city_id, hour);

CREATE TABLE hours AS
WITH plain AS (
  SELECT city_id, hour, source, kind, ending, count(*) AS sample_count,
         avg(air_temperature_c) AS air_temperature_mean_c,
         min(air_temperature_c) AS air_temperature_min_c,
         max(air_temperature_c) AS air_temperature_max_c,
         first(observed_at ORDER BY air_temperature_c, observed_at)
           FILTER (air_temperature_c IS NOT NULL) AS air_temperature_min_at,
         first(observed_at ORDER BY air_temperature_c DESC, observed_at)
           FILTER (air_temperature_c IS NOT NULL) AS air_temperature_max_at,
         avg(apparent_temperature_c) AS apparent_temperature_mean_c,
         min(apparent_temperature_c) AS apparent_temperature_min_c,
         max(apparent_temperature_c) AS apparent_temperature_max_c,
         avg(dew_point_temperature_c) AS dew_point_temperature_mean_c,
         avg(relative_humidity_pct) AS relative_humidity_mean_pct,
         min(relative_humidity_pct) AS relative_humidity_min_pct,
         max(relative_humidity_pct) AS relative_humidity_max_pct,
         avg(mean_sea_level_pressure_hpa) AS mean_sea_level_pressure_mean_hpa,
         min(mean_sea_level_pressure_hpa) AS mean_sea_level_pressure_min_hpa,
         max(mean_sea_level_pressure_hpa) AS mean_sea_level_pressure_max_hpa,
         avg(surface_pressure_hpa) AS surface_pressure_mean_hpa,
         avg(wind_speed_ms) AS wind_speed_mean_ms,
         min(wind_speed_ms) AS wind_speed_min_ms,
         max(wind_speed_ms) AS wind_speed_max_ms,
         avg(wind_speed_ms * sin(radians(wind_from_direction_deg + 180))) AS wind_eastward_mean_ms,
         avg(wind_speed_ms * cos(radians(wind_from_direction_deg + 180))) AS wind_northward_mean_ms,
         avg(cloud_cover_pct) AS cloud_cover_mean_pct,
         avg(visibility_m) AS visibility_mean_m,
         max(wind_gust_speed_ms) AS strongest,
         avg(ifnull(rain_1h_mm, 0)) AS rain_rate,
         avg(ifnull(snow_water_1h_mm, 0)) AS snow_rate,
         avg(ifnull(precipitation_1h_mm, 0)) AS rate,
         count(precipitation_1h_mm) < count(*) AS some_absent
    FROM samples
   GROUP BY ALL
),
codes AS (
  SELECT city_id, hour, first(condition_code ORDER BY times DESC, last_at DESC) AS condition_code
    FROM (SELECT city_id, hour, condition_code, count(*) AS times, max(observed_at) AS last_at
            FROM samples WHERE condition_code IS NOT NULL GROUP BY ALL)
   GROUP BY ALL
)
SELECT plain.* EXCLUDE (strongest, rain_rate, snow_rate, rate, some_absent, ending),
       codes.condition_code,
       if(ending, stamp.wind_gust_speed_ms, strongest) AS wind_gust_speed_max_ms,
       if(ending, stamp.rain_1h_mm, rain_rate) AS rain_mm,
       if(ending, stamp.snow_water_1h_mm, snow_rate) AS snow_water_mm,
       if(ending, stamp.precipitation_1h_mm, rate) AS precipitation_mm,
       NOT ending AND some_absent AS precipitation_implied_zero
  FROM plain
  LEFT JOIN codes USING (city_id, hour)
  LEFT JOIN observations AS stamp
         ON stamp.city_id = plain.city_id AND stamp.source = plain.source
        AND stamp.observed_at = (plain.hour + 1) * 3600
        AND (stamp.kind = 'ARCHIVE' OR stamp.source = 'OPEN_METEO');

-- Every hour of the time in question as each zone's clock shows it.
CREATE TABLE clock AS
SELECT time_zone, hour, CAST(to_timestamp(hour * 3600) AT TIME ZONE time_zone AS DATE) AS local_date
  FROM (SELECT DISTINCT time_zone FROM cities),
       (SELECT unnest(range(min(hour) - 72, max(hour) + 72)) AS hour FROM hours);

CREATE TABLE days AS
WITH calendar AS (
  SELECT time_zone, local_date, count(*) AS expected_hours, (max(hour) + 1) * 3600 AS ends_at FROM clock GROUP BY ALL
),
placed AS (
  SELECT hours.*, clock.time_zone, clock.local_date
    FROM hours JOIN cities ON cities.id = hours.city_id
    JOIN clock ON clock.time_zone = cities.time_zone AND clock.hour = hours.hour
),
codes AS (
  SELECT city_id, local_date, first(condition_code ORDER BY times DESC, last_hour DESC) AS condition_code
    FROM (SELECT city_id, local_date, condition_code, count(*) AS times, max(hour) AS last_hour
            FROM placed WHERE condition_code IS NOT NULL GROUP BY ALL)
   GROUP BY ALL
),
plain AS (
  SELECT city_id, time_zone, local_date, count(*) AS observed_hours, sum(sample_count) AS sample_count,
         '{' || array_to_string(list_sort(list(DISTINCT source)), ',') || '}' AS sources,
         avg(COLUMNS('^(.*)_mean_(.*)$')) AS '\1_mean_\2',
         min(COLUMNS('^(.*)_min_(c|pct|hpa|ms)$')) AS '\1_min_\2',
         max(COLUMNS('^(.*)_max_(c|pct|hpa|ms)$')) AS '\1_max_\2',
         sum(COLUMNS('^(rain|snow_water|precipitation)_mm$')) AS '\1_mm',
         first(air_temperature_min_at ORDER BY air_temperature_min_c, air_temperature_min_at)
           FILTER (air_temperature_min_c IS NOT NULL) AS air_temperature_min_at,
         first(air_temperature_max_at ORDER BY air_temperature_max_c DESC, air_temperature_max_at)
           FILTER (air_temperature_max_c IS NOT NULL) AS air_temperature_max_at,
         bool_or(precipitation_implied_zero) AS precipitation_implied_zero
    FROM placed
   GROUP BY ALL
)
SELECT plain.* EXCLUDE (time_zone), codes.condition_code, calendar.expected_hours, calendar.ends_at
  FROM plain JOIN calendar USING (time_zone, local_date) LEFT JOIN codes USING (city_id, local_date);

CREATE TABLE averages AS
SELECT last.city_id, last.hour, window_hours, count(*) AS observed_hours,
       avg(each.air_temperature_mean_c) AS air_temperature_c,
       avg(each.apparent_temperature_mean_c) AS apparent_temperature_c,
       avg(each.relative_humidity_mean_pct) AS relative_humidity_pct,
       avg(each.mean_sea_level_pressure_mean_hpa) AS mean_sea_level_pressure_hpa,
       avg(each.wind_speed_mean_ms) AS wind_speed_ms
  FROM (SELECT city_id, hour, window_hours FROM hours, (VALUES (5), (24)) AS windows (window_hours)) AS last
  JOIN (SELECT unnest(range(24)) AS back) AS reach ON back < window_hours
  JOIN hours AS each ON each.city_id = last.city_id AND each.hour = last.hour - back
 GROUP BY last.city_id, last.hour, window_hours;
