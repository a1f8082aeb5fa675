-- The hours of the cities $1 to $2, of one observation each: it is the mean and both extremes.
INSERT INTO hourly_summaries (
  city_id, hour, source, kind, sample_count, condition_code, precipitation_implied_zero, summarised_at,
  air_temperature_mean_c, air_temperature_min_c, air_temperature_max_c, air_temperature_min_at, air_temperature_max_at,
  apparent_temperature_mean_c, apparent_temperature_min_c, apparent_temperature_max_c, dew_point_temperature_mean_c,
  relative_humidity_mean_pct, relative_humidity_min_pct, relative_humidity_max_pct,
  mean_sea_level_pressure_mean_hpa, mean_sea_level_pressure_min_hpa, mean_sea_level_pressure_max_hpa,
  surface_pressure_mean_hpa, wind_speed_mean_ms, wind_speed_min_ms, wind_speed_max_ms, wind_gust_speed_max_ms,
  wind_eastward_mean_ms, wind_northward_mean_ms, cloud_cover_mean_pct, visibility_mean_m, rain_mm, precipitation_mm)
SELECT
  city_id, observed_at, source, kind, 1, condition_code, precipitation_1h_mm IS NULL, loaded_at,
  round(air_temperature_c::float8 * 1000) / 1000, air_temperature_c, air_temperature_c, observed_at, observed_at,
  round(apparent_temperature_c::float8 * 1000) / 1000, apparent_temperature_c, apparent_temperature_c,
  round(dew_point_temperature_c::float8 * 1000) / 1000,
  round(relative_humidity_pct::float8 * 1000) / 1000, relative_humidity_pct, relative_humidity_pct,
  round(mean_sea_level_pressure_hpa::float8 * 1000) / 1000, mean_sea_level_pressure_hpa, mean_sea_level_pressure_hpa,
  round(surface_pressure_hpa::float8 * 1000) / 1000,
  round(wind_speed_ms::float8 * 1000) / 1000, wind_speed_ms, wind_speed_ms, wind_gust_speed_ms,
  -round(wind_speed_ms::float8 * 1000) / 1000 * sind(wind_from_direction_deg), -round(wind_speed_ms::float8 * 1000) / 1000 * cosd(wind_from_direction_deg),
  round(cloud_cover_pct::float8 * 1000) / 1000, round(visibility_m::float8 * 1000) / 1000,
  coalesce(round(rain_1h_mm::float8 * 1000) / 1000, 0), coalesce(round(precipitation_1h_mm::float8 * 1000) / 1000, 0)
FROM observations
WHERE city_id BETWEEN $1::int AND $2::int
ORDER BY city_id, observed_at;
