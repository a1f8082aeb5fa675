-- The newest observation of each of some cities; at the same instant a live one comes before reanalysis. By the kept
-- pointers, joined on the full key. The sections between /*:name*/ and /*:*/ are exchanged: the columns a query asked for,
-- and which cities.
-- $1 cities, $2 source (null: any)
SELECT /*:columns*/ json_agg(latest) /*:*/
FROM (
  SELECT DISTINCT ON (city_id) observations.*
  FROM latest_observations
  JOIN observations USING (city_id, observed_at, source)
  WHERE /*:wanted*/ city_id = ANY ($1::int[]) /*:*/
    AND ($2::source IS NULL OR source = $2)
  ORDER BY city_id, observed_at DESC, (kind = 'CURRENT') DESC, source
) AS latest;
