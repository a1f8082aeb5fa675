-- Keeps a new key's hash, and tells every process. $1 name, $2 role, $3 hash, $4 days until it expires or NULL
WITH created AS (
  INSERT INTO api_keys (name, role, hash, expires_at)
  VALUES ($1, $2::key_role, $3, now() + make_interval(days => $4::int))
  RETURNING id, name, role, created_at, expires_at, revoked_at, last_used_at
)
SELECT created.*, pg_notify('keys_changed', '') FROM created;
