-- $1 key, $2 value as JSON
INSERT INTO settings (key, value)
VALUES ($1, $2::jsonb)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;
