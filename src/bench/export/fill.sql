-- $1 cities, $2 hours of each: an observation an hour with a value in every column, as a reanalysis gives them.
INSERT INTO observations (city_id, observed_at, source, kind, fetched_at, loaded_at, payload_id, air_temperature_c,
  apparent_temperature_c, dew_point_temperature_c, relative_humidity_pct, mean_sea_level_pressure_hpa,
  surface_pressure_hpa, wind_speed_ms, wind_gust_speed_ms, wind_from_direction_deg, cloud_cover_pct, visibility_m,
  rain_1h_mm, snow_water_1h_mm, precipitation_1h_mm, condition_code, further_condition_codes)
SELECT id, '2020-01-01T00:00:00Z'::timestamptz + n * interval '1 hour', 'OPEN_METEO', 'ARCHIVE', now(), now(), 1,
  round((20 * sin(n * 0.26 + id))::numeric, 1), round((18 * sin(n * 0.26 + id))::numeric, 2),
  round((9 * sin(n * 0.26 + id))::numeric, 2), n % 100, round((1013 + 15 * sin(n * 0.01))::numeric, 1),
  round((990 + 15 * sin(n * 0.01))::numeric, 1), round((n % 120 / 10.0)::numeric, 2), round((n % 200 / 10.0)::numeric, 2),
  n * 7 % 360, n % 101, 10000 - n % 500, n % 7 / 10.0, 0, n % 7 / 10.0, 800, '{}'
FROM generate_series(1, $1::int) AS id
CROSS JOIN generate_series(0, $2::int - 1) AS n
