-- Refuses a key from now on, and tells every process. $1 name
WITH revoked AS (
  UPDATE api_keys SET revoked_at = now() WHERE name = $1 AND revoked_at IS NULL
  RETURNING id, name, role, created_at, expires_at, revoked_at, last_used_at
)
SELECT revoked.*, pg_notify('keys_changed', '') FROM revoked;
