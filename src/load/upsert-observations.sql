-- Writes the observations of a batch, marks the hours they touch, counts, and names those that subscribers hear of:
-- live ones that are new or say something new. History is not news.
-- Who wins an instant does not depend on the order of arrival: live before reanalysis, then the newer fetch, then
-- the newer payload. The same payload read again wins over itself only with other content (a newer parser).
-- A newer fetch with equal content is only noted (fetched_at, payload_id): it counts as unchanged, and
-- loaded_at stays, which is how "changed" is told below without reading the old row.
-- Stale are the hour of the instant and, for an instant on the hour, the hour before it: reanalysis stamps sums
-- and maxima of the preceding hour, and a live row that replaces one takes them away again.
-- $1 city_id, $2 observed_at, $3 source, $4 kind, $5 fetched_at, $6 payload_id, $7-$20 values in the order of the
-- parameter catalogue, $21 condition code, $22 further condition codes as array literals
WITH incoming AS (
  SELECT DISTINCT ON (city_id, observed_at, source) *
    FROM unnest(
           $1::int[], $2::timestamptz[], $3::source[], $4::payload_kind[], $5::timestamptz[], $6::bigint[],
           $7::real[], $8::real[], $9::real[], $10::real[], $11::real[], $12::real[], $13::real[],
           $14::real[], $15::real[], $16::real[], $17::real[], $18::real[], $19::real[], $20::real[],
           $21::smallint[], $22::text[]
         ) WITH ORDINALITY AS i (
           city_id, observed_at, source, kind, fetched_at, payload_id,
           air_temperature_c, apparent_temperature_c, dew_point_temperature_c, relative_humidity_pct,
           mean_sea_level_pressure_hpa, surface_pressure_hpa, wind_speed_ms, wind_gust_speed_ms,
           wind_from_direction_deg, cloud_cover_pct, visibility_m, rain_1h_mm, snow_water_1h_mm,
           precipitation_1h_mm, condition_code, further_condition_codes, position
         )
   ORDER BY city_id, observed_at, source, kind = 'CURRENT' DESC, fetched_at DESC, payload_id DESC, position DESC
), written AS (
  INSERT INTO observations AS o (
           city_id, observed_at, source, kind, fetched_at, payload_id, loaded_at,
           air_temperature_c, apparent_temperature_c, dew_point_temperature_c, relative_humidity_pct,
           mean_sea_level_pressure_hpa, surface_pressure_hpa, wind_speed_ms, wind_gust_speed_ms,
           wind_from_direction_deg, cloud_cover_pct, visibility_m, rain_1h_mm, snow_water_1h_mm,
           precipitation_1h_mm, condition_code, further_condition_codes
         )
  SELECT city_id, observed_at, source, kind, fetched_at, payload_id, now(),
         air_temperature_c, apparent_temperature_c, dew_point_temperature_c, relative_humidity_pct,
         mean_sea_level_pressure_hpa, surface_pressure_hpa, wind_speed_ms, wind_gust_speed_ms,
         wind_from_direction_deg, cloud_cover_pct, visibility_m, rain_1h_mm, snow_water_1h_mm,
         precipitation_1h_mm, condition_code, further_condition_codes::smallint[]
    FROM incoming
  ON CONFLICT (city_id, observed_at, source) DO UPDATE
     SET kind = EXCLUDED.kind,
         fetched_at = EXCLUDED.fetched_at,
         payload_id = EXCLUDED.payload_id,
         loaded_at = CASE
           WHEN (o.kind, o.air_temperature_c, o.apparent_temperature_c, o.dew_point_temperature_c,
                 o.relative_humidity_pct, o.mean_sea_level_pressure_hpa, o.surface_pressure_hpa,
                 o.wind_speed_ms, o.wind_gust_speed_ms, o.wind_from_direction_deg, o.cloud_cover_pct,
                 o.visibility_m, o.rain_1h_mm, o.snow_water_1h_mm, o.precipitation_1h_mm,
                 o.condition_code, o.further_condition_codes)
                IS DISTINCT FROM
                (EXCLUDED.kind, EXCLUDED.air_temperature_c, EXCLUDED.apparent_temperature_c,
                 EXCLUDED.dew_point_temperature_c, EXCLUDED.relative_humidity_pct,
                 EXCLUDED.mean_sea_level_pressure_hpa, EXCLUDED.surface_pressure_hpa,
                 EXCLUDED.wind_speed_ms, EXCLUDED.wind_gust_speed_ms, EXCLUDED.wind_from_direction_deg,
                 EXCLUDED.cloud_cover_pct, EXCLUDED.visibility_m, EXCLUDED.rain_1h_mm,
                 EXCLUDED.snow_water_1h_mm, EXCLUDED.precipitation_1h_mm, EXCLUDED.condition_code,
                 EXCLUDED.further_condition_codes)
           THEN EXCLUDED.loaded_at
           ELSE o.loaded_at
         END,
         air_temperature_c = EXCLUDED.air_temperature_c,
         apparent_temperature_c = EXCLUDED.apparent_temperature_c,
         dew_point_temperature_c = EXCLUDED.dew_point_temperature_c,
         relative_humidity_pct = EXCLUDED.relative_humidity_pct,
         mean_sea_level_pressure_hpa = EXCLUDED.mean_sea_level_pressure_hpa,
         surface_pressure_hpa = EXCLUDED.surface_pressure_hpa,
         wind_speed_ms = EXCLUDED.wind_speed_ms,
         wind_gust_speed_ms = EXCLUDED.wind_gust_speed_ms,
         wind_from_direction_deg = EXCLUDED.wind_from_direction_deg,
         cloud_cover_pct = EXCLUDED.cloud_cover_pct,
         visibility_m = EXCLUDED.visibility_m,
         rain_1h_mm = EXCLUDED.rain_1h_mm,
         snow_water_1h_mm = EXCLUDED.snow_water_1h_mm,
         precipitation_1h_mm = EXCLUDED.precipitation_1h_mm,
         condition_code = EXCLUDED.condition_code,
         further_condition_codes = EXCLUDED.further_condition_codes
   WHERE (EXCLUDED.kind = 'CURRENT', EXCLUDED.fetched_at, EXCLUDED.payload_id)
         > (o.kind = 'CURRENT', o.fetched_at, o.payload_id)
      OR (o.payload_id = EXCLUDED.payload_id
          AND (o.kind, o.air_temperature_c, o.apparent_temperature_c, o.dew_point_temperature_c,
               o.relative_humidity_pct, o.mean_sea_level_pressure_hpa, o.surface_pressure_hpa,
               o.wind_speed_ms, o.wind_gust_speed_ms, o.wind_from_direction_deg, o.cloud_cover_pct,
               o.visibility_m, o.rain_1h_mm, o.snow_water_1h_mm, o.precipitation_1h_mm,
               o.condition_code, o.further_condition_codes)
              IS DISTINCT FROM
              (EXCLUDED.kind, EXCLUDED.air_temperature_c, EXCLUDED.apparent_temperature_c,
               EXCLUDED.dew_point_temperature_c, EXCLUDED.relative_humidity_pct,
               EXCLUDED.mean_sea_level_pressure_hpa, EXCLUDED.surface_pressure_hpa,
               EXCLUDED.wind_speed_ms, EXCLUDED.wind_gust_speed_ms, EXCLUDED.wind_from_direction_deg,
               EXCLUDED.cloud_cover_pct, EXCLUDED.visibility_m, EXCLUDED.rain_1h_mm,
               EXCLUDED.snow_water_1h_mm, EXCLUDED.precipitation_1h_mm, EXCLUDED.condition_code,
               EXCLUDED.further_condition_codes))
  RETURNING city_id, observed_at, source, kind, loaded_at, xmax = 0 AS inserted
), changed AS (
  SELECT city_id, observed_at, source, kind, inserted FROM written WHERE loaded_at = now()::timestamptz(3)
), marked AS (
  INSERT INTO stale_hours (city_id, hour)
  SELECT DISTINCT changed.city_id, date_trunc('hour', changed.observed_at - reach.back, 'UTC')
    FROM changed, (VALUES (interval '0'), (interval '1 microsecond')) AS reach (back)
)
SELECT count(*) FILTER (WHERE inserted)::int AS inserted,
       count(*) FILTER (WHERE NOT inserted)::int AS updated,
       coalesce(
         array_agg(format('%s:%s:%s', city_id, extract(epoch FROM observed_at)::bigint, source))
           FILTER (WHERE kind = 'CURRENT'),
         '{}') AS live
  FROM changed;
