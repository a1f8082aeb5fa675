-- Takes back calls that were let through and not made. The caller holds the turnstile.
-- $1 source, $2 reservation, $3 calls not made, weighted, $4 period names
WITH fewer AS (
  UPDATE call_reservations SET calls = greatest(calls - $3::float8, 0) WHERE id = $2::bigint
)
UPDATE quota_usage SET calls = greatest(calls - $3::float8, 0) WHERE source = $1::source AND period = ANY ($4::text[]);
