-- Cities that are followed.
SELECT count(*)::int AS value FROM tracked_cities;
