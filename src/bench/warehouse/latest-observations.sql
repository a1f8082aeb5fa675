-- The pointers to the newest observations.
INSERT INTO latest_observations (city_id, source, observed_at)
SELECT city_id, source, max(observed_at) FROM observations GROUP BY city_id, source;
