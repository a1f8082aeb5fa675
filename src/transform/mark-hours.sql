-- Marks as stale every hour of some cities that has an observation or a summary.
-- $1 city ids, $2 from, $3 to: hours that end after from and start before to; NULL for no bound
INSERT INTO stale_hours (city_id, hour)
SELECT city_id, date_bin('1 hour', observed_at, 'epoch')
  FROM observations
 WHERE city_id = ANY ($1::int[])
   AND ($2::timestamptz IS NULL OR observed_at >= date_bin('1 hour', $2::timestamptz, 'epoch'))
   AND ($3::timestamptz IS NULL OR date_bin('1 hour', observed_at, 'epoch') < $3::timestamptz)
UNION
SELECT city_id, hour
  FROM hourly_summaries
 WHERE city_id = ANY ($1::int[])
   AND ($2::timestamptz IS NULL OR hour >= date_bin('1 hour', $2::timestamptz, 'epoch'))
   AND ($3::timestamptz IS NULL OR hour < $3::timestamptz);
