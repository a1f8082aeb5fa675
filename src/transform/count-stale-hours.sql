-- Counts the city-hours that wait to be summarised.
-- $1 city ids or NULL for all
SELECT count(*)::int AS hours
  FROM (SELECT DISTINCT city_id, hour
          FROM stale_hours
         WHERE $1::int[] IS NULL OR city_id = ANY ($1::int[])) AS stale;
