-- ERROR: observations whose payload is not in the landing table: where they came from cannot be shown
SELECT o.city_id, o.observed_at, o.source, o.payload_id
  FROM tracked_cities AS t
  JOIN observations AS o ON o.city_id = t.city_id AND o.observed_at >= $1::timestamptz
  LEFT JOIN payloads AS p ON p.city_id = o.city_id AND p.id = o.payload_id
 WHERE p.id IS NULL
