-- Quarter-hourly observations. $1 cities, $2 samples of each, $3 the last instant; city 1 has four months more, hourly.
INSERT INTO observations (city_id, observed_at, source, kind, fetched_at, payload_id, air_temperature_c,
  apparent_temperature_c, dew_point_temperature_c, relative_humidity_pct, mean_sea_level_pressure_hpa, surface_pressure_hpa,
  wind_speed_ms, wind_gust_speed_ms, wind_from_direction_deg, cloud_cover_pct, visibility_m, rain_1h_mm, snow_water_1h_mm,
  precipitation_1h_mm, condition_code)
SELECT city_id, at, 'OPENWEATHERMAP', 'CURRENT', at, 1,
       round((10 + 8 * sin(phase / 96.0 * 2 * pi()) + noise % 37 / 10.0)::numeric, 2),
       round((9 + 8 * sin(phase / 96.0 * 2 * pi()) + noise % 31 / 10.0)::numeric, 2),
       round((4 + noise % 60 / 10.0)::numeric, 2), 40 + noise % 60, 990 + noise % 50, 960 + noise % 50, noise % 120 / 10.0,
       noise % 200 / 10.0, noise % 360, noise % 101, 100 * (noise % 101),
       CASE WHEN noise % 11 = 0 THEN noise % 40 / 10.0 END, CASE WHEN noise % 97 = 0 THEN noise % 10 / 10.0 END,
       CASE WHEN noise % 11 = 0 THEN noise % 40 / 10.0 END,
       800 + noise % 5
  FROM (SELECT city_id, $3::timestamptz - n * interval '15 minutes' AS at, n + city_id AS phase,
               (city_id * 7919 + n * 104729) % 1000003 AS noise
          FROM generate_series(1, $1::int) AS city_id, generate_series(0, $2::int - 1) AS n
        UNION ALL
        SELECT 1, $3::timestamptz - $2::int * interval '15 minutes' - n * interval '1 hour', n, n * 104729 % 1000003
          FROM generate_series(1, 2880) AS n) AS samples
