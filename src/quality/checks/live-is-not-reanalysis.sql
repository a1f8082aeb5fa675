-- WARNING: cities whose live temperatures lie on average more than 5 °C off the reanalysis of the same hours
SELECT live.city_id, count(*)::int AS hours, round(avg(live.mean - archive.mean)::numeric, 2) AS bias
  FROM (
    SELECT o.city_id, date_trunc('hour', o.observed_at, 'UTC') AS hour, avg(o.air_temperature_c) AS mean
      FROM tracked_cities AS t
      JOIN observations AS o ON o.city_id = t.city_id AND o.observed_at >= $1::timestamptz - interval '14 days'
     WHERE o.kind = 'CURRENT'
     GROUP BY 1, 2
  ) AS live
  JOIN (
    SELECT o.city_id, o.observed_at AS hour, o.air_temperature_c AS mean
      FROM tracked_cities AS t
      JOIN observations AS o ON o.city_id = t.city_id AND o.observed_at >= $1::timestamptz - interval '14 days'
     WHERE o.kind = 'ARCHIVE'
  ) AS archive ON archive.city_id = live.city_id AND archive.hour = live.hour
 GROUP BY live.city_id
HAVING count(*) >= 24 AND abs(avg(live.mean - archive.mean)) > 5
