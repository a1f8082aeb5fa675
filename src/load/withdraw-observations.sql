-- Removes what an earlier reading of these payloads left and this reading no longer finds in them (a parser or a
-- range has changed), and marks the hours. The pointers to the latest are removed with it: keep-latest.sql makes
-- them anew, and until the transaction ends nobody else moves them. NOT IN, which PostgreSQL looks up in a hash:
-- of NOT EXISTS it makes a loop over both sides, because it cannot know how long the arrays are.
-- $1 city ids, $2 payload ids: of payloads that were read before
-- $3 city_id, $4 payload_id, $5 observed_at: what was found in them this time
WITH gone AS (
  DELETE FROM observations AS o
   WHERE o.city_id = ANY ($1::int[])
     AND o.payload_id = ANY ($2::bigint[])
     AND (o.city_id, o.payload_id, o.observed_at) NOT IN (
           SELECT city_id, payload_id, observed_at
             FROM unnest($3::int[], $4::bigint[], $5::timestamptz[]) AS found (city_id, payload_id, observed_at)
         )
  RETURNING o.city_id, o.observed_at, o.source
), marked AS (
  INSERT INTO stale_hours (city_id, hour)
  SELECT DISTINCT gone.city_id, date_trunc('hour', gone.observed_at - reach.back, 'UTC')
    FROM gone, (VALUES (interval '0'), (interval '1 microsecond')) AS reach (back)
), pointed AS (
  DELETE FROM latest_observations AS l
   USING (SELECT DISTINCT city_id, source FROM gone) AS g
   WHERE l.city_id = g.city_id AND l.source = g.source
)
SELECT DISTINCT city_id FROM gone;
