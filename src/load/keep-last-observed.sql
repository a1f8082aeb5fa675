-- Says on the tracked cities how fresh their own source's data is.
-- $1 city ids
UPDATE tracked_cities AS t
   SET last_observed_at = l.observed_at
  FROM latest_observations AS l
 WHERE t.city_id = ANY ($1::int[])
   AND l.city_id = t.city_id
   AND l.source = t.source
   AND l.observed_at IS DISTINCT FROM t.last_observed_at;
