-- Keeps what was refused. What is refused again, and still open, is there already.
-- $1 run, $2 city_id, $3 payload_id, $4 reason, $5 path, $6 value, $7 detail
INSERT INTO rejects (city_id, payload_id, run_id, reason, path, value, detail)
SELECT city_id, payload_id, $1::bigint, reason, path, value, detail
  FROM unnest($2::int[], $3::bigint[], $4::reject_reason[], $5::text[], $6::text[], $7::text[])
         AS r (city_id, payload_id, reason, path, value, detail)
ON CONFLICT (city_id, payload_id, reason, path) WHERE resolved_at IS NULL DO NOTHING;
