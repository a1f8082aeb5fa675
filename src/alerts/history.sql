-- Alerts, newest first. $1 whether only open ones, $2 only those with smaller numbers or NULL, $3 at most
SELECT a.id::text AS id, a.kind, a.severity, a.title, a.message, a.raised_at AS "raisedAt", a.resolved_at AS "resolvedAt",
       a.delivered_at AS "deliveredAt", a.attempts, a.delivery_error AS "deliveryError", a.city_id AS "cityId"
  FROM alerts AS a
 WHERE (NOT $1::boolean OR a.resolved_at IS NULL) AND ($2::bigint IS NULL OR a.id < $2)
 ORDER BY a.id DESC
 LIMIT $3;
