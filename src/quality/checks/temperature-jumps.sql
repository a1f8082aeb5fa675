-- WARNING: air temperatures more than 20 °C away from the one before, less than an hour earlier
SELECT city_id, source, observed_at, before, air_temperature_c
  FROM (
    SELECT o.city_id, o.source, o.observed_at, o.air_temperature_c,
           lag(o.air_temperature_c) OVER earlier AS before, lag(o.observed_at) OVER earlier AS before_at
      FROM tracked_cities AS t
      JOIN observations AS o ON o.city_id = t.city_id AND o.observed_at >= $1::timestamptz
    WINDOW earlier AS (PARTITION BY o.city_id, o.source ORDER BY o.observed_at)
  ) AS pairs
 WHERE abs(air_temperature_c - before) > 20 AND observed_at - before_at <= interval '1 hour'
