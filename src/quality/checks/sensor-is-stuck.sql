-- WARNING: cities whose temperature, humidity and pressure have not moved at all for twelve hours
SELECT o.city_id, o.source, min(o.observed_at) AS since, count(*)::int AS observations
  FROM tracked_cities AS t
  JOIN observations AS o ON o.city_id = t.city_id AND o.observed_at >= now() - interval '12 hours'
 WHERE o.kind = 'CURRENT'
 GROUP BY o.city_id, o.source
HAVING count(*) >= 12
   AND max(o.observed_at) - min(o.observed_at) >= interval '11 hours'
   AND min(o.air_temperature_c) = max(o.air_temperature_c)
   AND min(o.relative_humidity_pct) = max(o.relative_humidity_pct)
   AND min(o.mean_sea_level_pressure_hpa) = max(o.mean_sea_level_pressure_hpa)
