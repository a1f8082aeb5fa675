-- A page of the changes of what is followed, newest first or, from the end, oldest first: the section between /*:order*/
-- and /*:*/ is exchanged.
-- $1 only before this id, $2 only after this id, $3 at most
SELECT
  id::text AS id, changed_by AS "changedBy", source, interval_minutes AS "intervalMinutes", city_ids::text[] AS "cityIds",
  extract(epoch FROM at)::float8 AS at
FROM tracking_changes
WHERE ($1::bigint IS NULL OR id < $1)
  AND ($2::bigint IS NULL OR id > $2)
ORDER BY tracking_changes.id /*:order*/ DESC /*:*/
LIMIT $3;
