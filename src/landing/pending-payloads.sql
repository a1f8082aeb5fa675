-- The next payloads that wait to be loaded, each with its bytes and its place. At most $4 of them, and at most
-- $5 bytes, but always one: archive answers are a hundred times as long as current ones.
-- $1, $2 city and payload after which to go on, $3 city ids or NULL for all, $4 payloads, $5 bytes
WITH waiting AS (
  SELECT p.city_id, p.id, p.source, p.kind, p.units, p.fetched_at, p.http_status, p.loaded_at,
         coalesce(p.body, earlier.body) AS body
    FROM payloads AS p
    LEFT JOIN payloads AS earlier ON earlier.city_id = p.city_id AND earlier.id = p.same_as_payload_id
   WHERE p.state = 'PENDING'
     AND (p.city_id, p.id) > ($1::int, $2::bigint)
     AND ($3::int[] IS NULL OR p.city_id = ANY ($3::int[]))
   ORDER BY p.city_id, p.id
   LIMIT $4::int
), measured AS (
  SELECT waiting.*, sum(octet_length(body)) OVER before_and_this AS bytes, row_number() OVER before_and_this AS position
    FROM waiting
  WINDOW before_and_this AS (ORDER BY city_id, id ROWS UNBOUNDED PRECEDING)
)
SELECT m.city_id, m.id::text AS id, m.source, m.kind, m.units, m.fetched_at, m.http_status,
       m.loaded_at IS NOT NULL AS read_before, m.body, c.latitude, c.longitude
  FROM measured AS m
  LEFT JOIN cities AS c ON c.id = m.city_id
 WHERE m.position = 1 OR m.bytes <= $5::int
 ORDER BY m.city_id, m.id;
