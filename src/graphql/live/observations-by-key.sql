-- Observations by their keys, oldest first. The section between /*:columns*/ and /*:*/ is exchanged.
-- $1 cities, $2 instants (seconds since 1970), $3 sources
SELECT /*:columns*/ json_agg(found) /*:*/
FROM (
  SELECT observations.*
  FROM unnest($1::int[], $2::float8[], $3::source[]) AS wanted (id, instant, origin)
  JOIN observations
    ON observations.city_id = wanted.id
    AND observations.observed_at = to_timestamp(wanted.instant)
    AND observations.source = wanted.origin
  ORDER BY observed_at, city_id, source
) AS found;
