-- $1: city ids. $2: who asks.
WITH untracked AS (
  DELETE FROM tracked_cities WHERE city_id = ANY ($1::int[]) RETURNING city_id AS id
),
audited AS (
  INSERT INTO tracking_changes (changed_by, city_ids)
  SELECT $2, array_agg(id ORDER BY id) FROM untracked HAVING count(*) > 0
)
SELECT id FROM untracked ORDER BY id;
