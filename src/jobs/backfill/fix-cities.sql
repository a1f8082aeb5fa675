-- Writes down which cities a backfill is about, once: a place in its order of calls must mean the same call to
-- every owner of the run, whatever is tracked or untracked meanwhile.
-- $1 run, $2 attempt
UPDATE runs
   SET parameters = parameters || jsonb_build_object('cityIds', coalesce(
         parameters -> 'cityIds',
         (SELECT jsonb_agg(city_id ORDER BY city_id) FROM tracked_cities),
         '[]'))
 WHERE id = $1::bigint AND attempt = $2::int AND status = 'RUNNING'
RETURNING ARRAY(SELECT jsonb_array_elements(parameters -> 'cityIds')::int) AS city_ids;
