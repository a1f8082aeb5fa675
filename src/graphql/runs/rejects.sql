-- A page of the rejects of each of some runs. The sections between /*:order*/ and /*:*/ are exchanged.
-- $1 runs, $2 only after this reject, $3 only before this one, $4 at most of each run
SELECT
  city_id, id::text AS id, run_id::text AS run_id, payload_id::text AS payload_id, reason, path, value, detail,
  extract(epoch FROM at)::float8 AS at,
  extract(epoch FROM resolved_at)::float8 AS resolved_at
FROM (
  SELECT rejects.*, row_number() OVER (PARTITION BY run_id ORDER BY id /*:order*/ ASC /*:*/) AS place
  FROM rejects
  WHERE run_id = ANY ($1::bigint[])
    AND ($2::bigint IS NULL OR id > $2)
    AND ($3::bigint IS NULL OR id < $3)
) AS placed
WHERE place <= $4
ORDER BY placed.run_id, placed.id /*:order*/ ASC /*:*/;
