-- Refused items, newest first, open ones unless all are asked for.
-- $1 all, $2 reason or NULL, $3 run or NULL, $4 city ids or NULL, $5 at most
SELECT r.id::text AS id, r.at, r.reason, r.path, r.value, r.detail, r.city_id AS "cityId", c.name AS "cityName",
       r.payload_id::text AS "payloadId", r.run_id::text AS "runId", r.resolved_at AS "resolvedAt"
  FROM rejects AS r
  LEFT JOIN cities AS c ON c.id = r.city_id
 WHERE ($1::boolean OR r.resolved_at IS NULL)
   AND ($2::reject_reason IS NULL OR r.reason = $2::reject_reason)
   AND ($3::bigint IS NULL OR r.run_id = $3::bigint)
   AND ($4::int[] IS NULL OR r.city_id = ANY ($4::int[]))
 ORDER BY r.at DESC, r.id DESC
 LIMIT $5;
