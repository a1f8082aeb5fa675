-- Moving averages of the cities $1 to $2 over the hours that exist in windows of $3 hours, as the transform keeps them.
INSERT INTO moving_averages (
  city_id, window_hours, hour, observed_hours, air_temperature_c, apparent_temperature_c, relative_humidity_pct,
  mean_sea_level_pressure_hpa, wind_speed_ms)
SELECT
  city_id, $3::int, hour, count(*) OVER span,
  (sum(round(air_temperature_mean_c * 1e12)::int8) OVER span)::int8
    / (1e12::float8 * count(air_temperature_mean_c) OVER span),
  (sum(round(apparent_temperature_mean_c * 1e12)::int8) OVER span)::int8
    / (1e12::float8 * count(apparent_temperature_mean_c) OVER span),
  (sum(round(relative_humidity_mean_pct * 1e12)::int8) OVER span)::int8
    / (1e12::float8 * count(relative_humidity_mean_pct) OVER span),
  (sum(round(mean_sea_level_pressure_mean_hpa * 1e12)::int8) OVER span)::int8
    / (1e12::float8 * count(mean_sea_level_pressure_mean_hpa) OVER span),
  (sum(round(wind_speed_mean_ms * 1e12)::int8) OVER span)::int8
    / (1e12::float8 * count(wind_speed_mean_ms) OVER span)
FROM hourly_summaries
WHERE city_id BETWEEN $1::int AND $2::int
WINDOW span AS (
  PARTITION BY city_id ORDER BY hour
  RANGE BETWEEN ($3::int - 1) * interval '1 hour' PRECEDING AND CURRENT ROW
);
