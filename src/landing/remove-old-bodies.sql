-- Forgets the bytes of old payloads; their rows stay, because observations name them as their origin. Kept are
-- bytes that anybody may still want to read: of a payload not loaded yet, or refused in part and not mended
-- since, or repeated by such a payload or by one that is not old itself.
-- $1 instant before which a payload is old, $2 payloads at most, $3 city to begin with
WITH old AS (
  SELECT p.city_id, p.id
    FROM payloads AS p
   WHERE p.city_id >= $3::int
     AND p.body IS NOT NULL
     AND p.fetched_at < $1::timestamptz
     AND p.state <> 'PENDING'
     AND NOT EXISTS (
           SELECT FROM rejects AS r
            WHERE r.city_id = p.city_id AND r.payload_id = p.id AND r.resolved_at IS NULL
         )
     AND NOT EXISTS (
           SELECT FROM payloads AS again
            WHERE again.city_id = p.city_id AND again.same_as_payload_id = p.id
              AND (again.fetched_at >= $1::timestamptz
                   OR again.state = 'PENDING'
                   OR EXISTS (
                        SELECT FROM rejects AS r
                         WHERE r.city_id = again.city_id AND r.payload_id = again.id AND r.resolved_at IS NULL
                      ))
         )
   ORDER BY p.city_id, p.body_sha256
   LIMIT $2::int
)
UPDATE payloads AS p
   SET body = NULL
  FROM old
 WHERE p.city_id = old.city_id AND p.id = old.id AND p.state <> 'PENDING'
RETURNING p.city_id;
