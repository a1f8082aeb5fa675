-- One row when tracking was never seeded; then it counts as seeded. A second replica waits here for the first to commit.
-- $1: the selector, kept for whoever wonders where the cities came from.
INSERT INTO settings (key, value)
VALUES ('tracking_seeded', jsonb_build_object('selector', $1::text, 'at', now()))
ON CONFLICT (key) DO NOTHING
RETURNING NOT EXISTS (SELECT FROM tracked_cities) AS empty;
