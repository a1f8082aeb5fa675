-- The runs that fetched some forecasts; of two asked for in the same second, the later one. $1 cities, $2 sources,
-- $3 issued at (seconds since 1970), one each
SELECT wanted.number::int AS number, max(p.run_id)::text AS run_id
FROM unnest($1::int[], $2::source[], $3::float8[]) WITH ORDINALITY AS wanted (city, sourced, issued, number)
JOIN forecasts AS f
  ON f.city_id = wanted.city
  AND f.source = wanted.sourced
  AND f.issued_at = to_timestamp(wanted.issued)
JOIN payloads AS p ON p.city_id = f.city_id AND p.id = f.payload_id
GROUP BY wanted.number;
