-- Lets payloads that were loaded wait to be loaded again, as far as their bytes are still there.
-- $1, $2 half-open range of fetched_at, $3 city ids or NULL for all
UPDATE payloads AS p
   SET state = 'PENDING'
 WHERE p.fetched_at >= $1::timestamptz AND p.fetched_at < $2::timestamptz
   AND p.state <> 'PENDING'
   AND ($3::int[] IS NULL OR p.city_id = ANY ($3::int[]))
   AND (p.body IS NOT NULL
        OR EXISTS (
             SELECT FROM payloads AS earlier
              WHERE earlier.city_id = p.city_id AND earlier.id = p.same_as_payload_id AND earlier.body IS NOT NULL
           ));
