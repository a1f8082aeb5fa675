-- $1: city ids.
WITH untracked AS (
  DELETE FROM tracked_cities WHERE city_id = ANY ($1::int[]) RETURNING city_id AS id
)
SELECT id FROM untracked ORDER BY id;
