-- Writes forecasts. The source does not say when it computed one, so it counts as issued when it was fetched; of two
-- fetched in the same second the newer payload stays.
-- $1 to $22 as upsert-observations.sql has them (observed_at is the instant forecast, the amounts are of three hours),
-- $23 probability of precipitation, %
INSERT INTO forecasts AS f (
  city_id, valid_at, source, issued_at, payload_id,
  air_temperature_c, apparent_temperature_c, dew_point_temperature_c, relative_humidity_pct,
  mean_sea_level_pressure_hpa, surface_pressure_hpa, wind_speed_ms, wind_gust_speed_ms, wind_from_direction_deg,
  cloud_cover_pct, visibility_m, rain_3h_mm, snow_water_3h_mm, precipitation_3h_mm, condition_code,
  precipitation_probability_pct)
SELECT DISTINCT ON (city_id, source, issued_at, valid_at)
       city_id, valid_at, source, issued_at, payload_id,
       air_temperature_c, apparent_temperature_c, dew_point_temperature_c, relative_humidity_pct,
       mean_sea_level_pressure_hpa, surface_pressure_hpa, wind_speed_ms, wind_gust_speed_ms, wind_from_direction_deg,
       cloud_cover_pct, visibility_m, rain, snow_water, precipitation, condition_code, probability
  FROM (SELECT *, date_trunc('second', fetched_at) AS issued_at
          FROM unnest(
                 $1::int[], $2::timestamptz[], $3::source[], $4::payload_kind[], $5::timestamptz[], $6::bigint[],
                 $7::real[], $8::real[], $9::real[], $10::real[], $11::real[], $12::real[], $13::real[],
                 $14::real[], $15::real[], $16::real[], $17::real[], $18::real[], $19::real[], $20::real[],
                 $21::smallint[], $22::text[], $23::real[]
               ) AS i (
                 city_id, valid_at, source, kind, fetched_at, payload_id,
                 air_temperature_c, apparent_temperature_c, dew_point_temperature_c, relative_humidity_pct,
                 mean_sea_level_pressure_hpa, surface_pressure_hpa, wind_speed_ms, wind_gust_speed_ms,
                 wind_from_direction_deg, cloud_cover_pct, visibility_m, rain, snow_water, precipitation,
                 condition_code, further_condition_codes, probability
               )) AS given
 ORDER BY city_id, source, issued_at, valid_at, payload_id DESC
ON CONFLICT (city_id, source, issued_at, valid_at) DO UPDATE SET
  payload_id = excluded.payload_id,
  air_temperature_c = excluded.air_temperature_c, apparent_temperature_c = excluded.apparent_temperature_c,
  dew_point_temperature_c = excluded.dew_point_temperature_c, relative_humidity_pct = excluded.relative_humidity_pct,
  mean_sea_level_pressure_hpa = excluded.mean_sea_level_pressure_hpa,
  surface_pressure_hpa = excluded.surface_pressure_hpa, wind_speed_ms = excluded.wind_speed_ms,
  wind_gust_speed_ms = excluded.wind_gust_speed_ms, wind_from_direction_deg = excluded.wind_from_direction_deg,
  cloud_cover_pct = excluded.cloud_cover_pct, visibility_m = excluded.visibility_m, rain_3h_mm = excluded.rain_3h_mm,
  snow_water_3h_mm = excluded.snow_water_3h_mm, precipitation_3h_mm = excluded.precipitation_3h_mm,
  condition_code = excluded.condition_code, precipitation_probability_pct = excluded.precipitation_probability_pct
WHERE f.payload_id <= excluded.payload_id
