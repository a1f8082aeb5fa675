-- Hourly observations of the cities $1 to $2, from 2025-01-01 on for $3 days, in the order of the key: seasons, days
-- and nights, and some noise. In every ten days two hours in a row are missing.
INSERT INTO observations (
  city_id, observed_at, source, kind, payload_id, fetched_at, loaded_at,
  air_temperature_c, apparent_temperature_c, dew_point_temperature_c, relative_humidity_pct,
  mean_sea_level_pressure_hpa, surface_pressure_hpa, wind_speed_ms, wind_gust_speed_ms, wind_from_direction_deg,
  cloud_cover_pct, visibility_m, rain_1h_mm, precipitation_1h_mm, condition_code, further_condition_codes)
SELECT
  city, hour, 'DEMO', 'CURRENT', 1, hour + interval '40 seconds', hour + interval '50 seconds',
  round(temperature, 1), round(temperature - wind * 0.4, 1), round(temperature - 6, 1),
  greatest(15, least(100, round(70 - 1.2 * (temperature - 12)))),
  round(1013 + 8 * sin(h / 90.0 + city)::numeric, 1), round(990 + 8 * sin(h / 90.0 + city)::numeric, 1),
  round(wind, 2), round(wind * 1.6, 2), (h * 7 + city * 13) % 360,
  round(50 + 50 * sin(h / 17.0 + city)::numeric), CASE WHEN wet THEN 4000 ELSE 10000 END,
  CASE WHEN wet THEN round(noise * 3, 2) END, CASE WHEN wet THEN round(noise * 3, 2) END,
  CASE WHEN wet THEN 500 ELSE 800 END, '{}'
FROM (
  SELECT city, h, timestamptz '2025-01-01Z' + h * interval '1 hour' AS hour, noise, noise > 0.9 AS wet,
         (2 + city % 20 + 10 * sin(2 * pi() * (h - 2500) / 8760) + 5 * sin(2 * pi() * (h - 8) / 24))::numeric
           + 2 * noise AS temperature,
         2 + 6 * noise * noise + (2 * abs(sin(h / 50.0 + city)))::numeric AS wind
    FROM generate_series($1::int, $2::int) AS city
   CROSS JOIN generate_series(0, $3::int * 24 - 1) AS h
   -- The same numbers each time: a hash, not a sequence of random ones.
   CROSS JOIN LATERAL (SELECT (abs(hashint8(city * 10000 + h)) % 10000)::numeric / 10000 AS noise) AS made
   WHERE (h + city * 7) % 240 > 1
) AS simulated
ORDER BY city, hour;
