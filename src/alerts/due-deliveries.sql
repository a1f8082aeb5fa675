-- Alerts that wait to be posted, those first that have waited longest. $1 at most
SELECT a.id::text AS id, a.kind, a.severity, a.title, a.message, a.raised_at AS "raisedAt", a.resolved_at AS "resolvedAt",
       a.city_id AS "cityId", c.name AS city, r.name AS rule,
       a.delivered_at IS NOT NULL AS "isEnd"
  FROM alerts AS a
  LEFT JOIN cities AS c ON c.id = a.city_id
  LEFT JOIN alert_rules AS r ON r.id = a.rule_id
 WHERE a.next_attempt_at <= now()
 ORDER BY a.next_attempt_at, a.id
 LIMIT $1;
