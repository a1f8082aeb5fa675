-- Closes the open rejects of payloads that were read again and no longer give cause for them.
-- $1 city ids, $2 payload ids: of payloads that were read before
-- $3 city_id, $4 payload_id, $5 reason, $6 path: what is refused this time
UPDATE rejects AS r
   SET resolved_at = now()
 WHERE r.city_id = ANY ($1::int[])
   AND r.payload_id = ANY ($2::bigint[])
   AND r.resolved_at IS NULL
   AND (r.city_id, r.payload_id, r.reason, coalesce(r.path, '')) NOT IN (
         SELECT city_id, payload_id, reason, coalesce(path, '')
           FROM unnest($3::int[], $4::bigint[], $5::reject_reason[], $6::text[])
                  AS again (city_id, payload_id, reason, path)
       );
