-- The keys that open something now or will until they expire.
SELECT id, name, role, hash, expires_at
  FROM api_keys
 WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
 ORDER BY id;
