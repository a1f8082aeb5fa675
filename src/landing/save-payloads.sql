-- Lands a batch of answers. Bytes that a city's earlier payload already has are not stored again: the new row
-- points to it, and is loaded through the pointer like any other. Only payloads of the last day are pointed to,
-- which retention never reaches (retention.ts), so that no pointer can lose its bytes while it is being made.
-- $1 run, then one array a column: $2 city_id, $3 source, $4 kind, $5 units, $6 requested_at, $7 fetched_at,
-- $8 http_status, $9 content_type, $10 body
WITH item AS MATERIALIZED (
  SELECT i.*, sha256(i.body) AS body_sha256
    FROM unnest(
           $2::int[], $3::source[], $4::payload_kind[], $5::units[], $6::timestamptz[], $7::timestamptz[],
           $8::smallint[], $9::text[], $10::bytea[]
         ) WITH ORDINALITY AS i (
           city_id, source, kind, units, requested_at, fetched_at, http_status, content_type, body, position
         )
), earlier AS (
  SELECT p.city_id, p.body_sha256, max(p.id) AS id
    FROM payloads AS p
    JOIN (SELECT DISTINCT city_id, body_sha256 FROM item) AS i
      ON i.city_id = p.city_id AND i.body_sha256 = p.body_sha256
   WHERE p.body IS NOT NULL AND p.fetched_at >= now() - interval '1 day'
   GROUP BY p.city_id, p.body_sha256
)
INSERT INTO payloads (
         city_id, source, kind, units, run_id, requested_at, fetched_at, http_status, content_type,
         body, body_sha256, same_as_payload_id
       )
SELECT i.city_id, i.source, i.kind, i.units, $1::bigint, i.requested_at, i.fetched_at, i.http_status,
       i.content_type, CASE WHEN e.id IS NULL THEN i.body END, i.body_sha256, e.id
  FROM item AS i
  LEFT JOIN earlier AS e ON e.city_id = i.city_id AND e.body_sha256 = i.body_sha256
 ORDER BY i.position;
