-- The runs that fetched some payloads. $1 cities, $2 payloads, one each
SELECT city_id, id::text AS payload_id, run_id::text
FROM payloads
JOIN unnest($1::int[], $2::bigint[]) AS wanted (city, payload) ON city_id = city AND id = payload;
