-- ERROR: observations valid more than five minutes after they were fetched
SELECT o.city_id, o.observed_at, o.source, o.fetched_at
  FROM tracked_cities AS t
  JOIN observations AS o ON o.city_id = t.city_id AND o.observed_at >= $1::timestamptz
 WHERE o.observed_at > o.fetched_at + interval '5 minutes'
