-- A page of all rejects. The sections between /*:order*/ and /*:*/ are exchanged.
-- $1 cities or NULL, $2 reason or NULL, $3 run or NULL, $4 whether resolved or NULL, $5 since (seconds since 1970) or NULL,
-- $6 and $7 only before, in the order of time: at (milliseconds since 1970) and id, $8 and $9 only after (NULL: no bound),
-- $10 at most
SELECT
  city_id, id::text AS id, run_id::text AS run_id, payload_id::text AS payload_id, reason, path, value, detail,
  extract(epoch FROM at)::float8 AS at,
  extract(epoch FROM resolved_at)::float8 AS resolved_at
FROM rejects
WHERE ($1::int[] IS NULL OR city_id = ANY ($1))
  AND ($2::reject_reason IS NULL OR reason = $2)
  AND ($3::bigint IS NULL OR run_id = $3)
  AND ($4::boolean IS NULL OR (resolved_at IS NOT NULL) = $4)
  AND ($5::float8 IS NULL OR at >= to_timestamp($5))
  AND (at, id) < (coalesce(to_timestamp($6::float8 / 1000), 'infinity'), coalesce($7::bigint, 0))
  AND (at, id) > (coalesce(to_timestamp($8::float8 / 1000), '-infinity'), coalesce($9::bigint, 0))
ORDER BY rejects.at /*:order*/ DESC /*:*/, rejects.id /*:order*/ DESC /*:*/
LIMIT $10;
