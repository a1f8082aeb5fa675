-- Instant of the newest observation.
SELECT extract(epoch FROM max(observed_at))::float8 AS value FROM latest_observations;
