-- WARNING: followed cities without news for three of their intervals and half an hour
SELECT city_id, source, interval_minutes, last_observed_at, failures
  FROM tracked_cities
 WHERE NOT paused
   AND greatest(last_observed_at, tracked_at) < now() - make_interval(mins => 3 * interval_minutes + 30)
