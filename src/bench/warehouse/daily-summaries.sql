-- The local days of the cities $1 to $2, from their hours.
INSERT INTO daily_summaries (
  city_id, local_date, ends_at, sample_count, observed_hours, expected_hours, sources, summarised_at,
  air_temperature_mean_c, air_temperature_min_c, air_temperature_max_c, apparent_temperature_mean_c,
  relative_humidity_mean_pct, mean_sea_level_pressure_mean_hpa, wind_speed_mean_ms, wind_speed_max_ms,
  wind_gust_speed_max_ms, cloud_cover_mean_pct, rain_mm, precipitation_mm, precipitation_implied_zero)
SELECT
  city_id, local_date, (local_date + 1)::timestamp AT TIME ZONE time_zone, count(*), count(*),
  extract(epoch FROM (local_date + 1)::timestamp AT TIME ZONE time_zone - local_date::timestamp AT TIME ZONE time_zone)
    / 3600,
  '{DEMO}', max(hour) + interval '1 hour',
  avg(air_temperature_mean_c), min(air_temperature_min_c), max(air_temperature_max_c), avg(apparent_temperature_mean_c),
  avg(relative_humidity_mean_pct), avg(mean_sea_level_pressure_mean_hpa), avg(wind_speed_mean_ms),
  max(wind_speed_max_ms), max(wind_gust_speed_max_ms), avg(cloud_cover_mean_pct), sum(rain_mm), sum(precipitation_mm),
  bool_or(precipitation_implied_zero)
FROM (
  SELECT hours.*, time_zone, (hour AT TIME ZONE time_zone)::date AS local_date
    FROM hourly_summaries AS hours
    JOIN cities ON cities.id = hours.city_id
   WHERE city_id BETWEEN $1::int AND $2::int
) AS placed
GROUP BY city_id, local_date, time_zone
ORDER BY city_id, local_date;
