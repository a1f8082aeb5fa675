-- Moves the pointers to the newest observation of a city and source, only ever forward. Sorted, so that two
-- loads lock them in the same order.
-- $1 city_id, $2 source, $3 observed_at: written or found unchanged
-- $4 city ids whose pointers withdraw-observations.sql removed
INSERT INTO latest_observations AS l (city_id, source, observed_at)
SELECT city_id, source, max(observed_at)
  FROM (
    SELECT * FROM unnest($1::int[], $2::source[], $3::timestamptz[]) AS seen (city_id, source, observed_at)
     UNION ALL
    SELECT city_id, source, observed_at FROM observations WHERE city_id = ANY ($4::int[])
  ) AS seen
 GROUP BY city_id, source
 ORDER BY city_id, source
ON CONFLICT (city_id, source) DO UPDATE
   SET observed_at = EXCLUDED.observed_at
 WHERE l.observed_at < EXCLUDED.observed_at;
