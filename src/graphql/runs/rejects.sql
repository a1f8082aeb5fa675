-- A page of what a run refused; pages.ts makes one of it that reads a page of each of several runs. The sections between
-- /*:name*/ and /*:*/ are exchanged: which of the runs, and the order.
-- $1 runs, $2 only after this reject, $3 only before this one (null: no bound), $4 at most of each run
SELECT
  city_id, id, run_id, payload_id::text AS payload_id, reason, path, value, detail,
  extract(epoch FROM at)::float8 AS at,
  extract(epoch FROM resolved_at)::float8 AS resolved_at
FROM rejects
WHERE run_id = ($1::bigint[])[/*:run*/ 1 /*:*/]
  AND id > coalesce($2::bigint, 0)
  AND id < coalesce($3::bigint, 9223372036854775807)
ORDER BY /*:order*/ id /*:*/
LIMIT $4;
