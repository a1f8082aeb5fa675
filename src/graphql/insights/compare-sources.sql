-- Live values of some cities against reanalysis, hour by hour, one row a city and parameter.
-- $1 cities, $2 from, $3 to (seconds since 1970, half-open)
-- Reanalysis is of the instant at which an hour begins: the live values of half an hour before and after stand against it.
WITH hours AS (
  SELECT
    seen.city_id, said.parameter,
    avg(said.value) FILTER (WHERE seen.kind = 'CURRENT') AS live,
    avg(said.value) FILTER (WHERE seen.kind = 'ARCHIVE') AS reanalysis
  FROM observations AS seen
  CROSS JOIN LATERAL (
    VALUES
      ('AIR_TEMPERATURE', air_temperature_c::float8),
      ('APPARENT_TEMPERATURE', apparent_temperature_c),
      ('DEW_POINT_TEMPERATURE', dew_point_temperature_c),
      ('RELATIVE_HUMIDITY', relative_humidity_pct),
      ('MEAN_SEA_LEVEL_PRESSURE', mean_sea_level_pressure_hpa),
      ('SURFACE_PRESSURE', surface_pressure_hpa),
      ('WIND_SPEED', wind_speed_ms),
      ('CLOUD_COVER', cloud_cover_pct)
  ) AS said (parameter, value)
  WHERE seen.city_id = ANY ($1::int[])
    AND seen.observed_at >= to_timestamp($2) - interval '30 minutes'
    AND seen.observed_at < to_timestamp($3) - interval '30 minutes'
    AND said.value IS NOT NULL
  GROUP BY seen.city_id, said.parameter, date_trunc('hour', seen.observed_at + interval '30 minutes', 'UTC')
)
SELECT
  city_id, parameter,
  count(live - reanalysis)::int AS hours,
  count(live)::int AS "liveHours",
  count(reanalysis)::int AS "reanalysisHours",
  avg(live - reanalysis) AS bias,
  avg(abs(live - reanalysis)) AS "meanAbsoluteError",
  sqrt(avg(power(live - reanalysis, 2))) AS "rootMeanSquareError"
FROM hours
GROUP BY city_id, parameter;
