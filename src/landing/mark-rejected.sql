-- Lets payloads of which something is still refused wait to be loaded again, as far as their bytes are still there.
-- $1 only refused for this reason, or NULL, $2 only refused by this run, or NULL, $3 city ids or NULL for all
UPDATE payloads AS p
   SET state = 'PENDING'
  FROM (SELECT DISTINCT city_id, payload_id
          FROM rejects
         WHERE resolved_at IS NULL
           AND ($1::reject_reason IS NULL OR reason = $1)
           AND ($2::bigint IS NULL OR run_id = $2)
           AND ($3::int[] IS NULL OR city_id = ANY ($3))) AS refused
 WHERE p.city_id = refused.city_id AND p.id = refused.payload_id
   AND p.state <> 'PENDING'
   AND (p.body IS NOT NULL
        OR EXISTS (
             SELECT FROM payloads AS earlier
              WHERE earlier.city_id = p.city_id AND earlier.id = p.same_as_payload_id AND earlier.body IS NOT NULL
           ));
