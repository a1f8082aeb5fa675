-- The first bytes of some payloads; of those that repeat an earlier one, of that. $1 cities, $2 payloads, one each,
-- $3 bytes at most
SELECT p.city_id, p.id::text AS id, substring(coalesce(p.body, earlier.body) FROM 1 FOR $3) AS body
FROM payloads AS p
JOIN unnest($1::int[], $2::bigint[]) AS wanted (city, payload) ON p.city_id = city AND p.id = payload
LEFT JOIN payloads AS earlier ON earlier.city_id = p.city_id AND earlier.id = p.same_as_payload_id;
