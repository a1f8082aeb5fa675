-- Some payloads without their bytes. $1 cities, $2 payloads, one each
SELECT p.city_id, p.id::text AS id, p.run_id::text AS run_id, p.source, p.http_status, p.content_type,
       extract(epoch FROM p.requested_at)::float8 AS requested_at,
       extract(epoch FROM p.fetched_at)::float8 AS fetched_at,
       octet_length(coalesce(p.body, earlier.body)) AS body_bytes
FROM payloads AS p
JOIN unnest($1::int[], $2::bigint[]) AS wanted (city, payload) ON p.city_id = city AND p.id = payload
LEFT JOIN payloads AS earlier ON earlier.city_id = p.city_id AND earlier.id = p.same_as_payload_id;
