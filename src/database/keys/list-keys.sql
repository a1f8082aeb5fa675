-- All keys there ever were, newest last; their hashes stay where they are.
SELECT id, name, role, created_at, expires_at, revoked_at, last_used_at FROM api_keys ORDER BY id;
