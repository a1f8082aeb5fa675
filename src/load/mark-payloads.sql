-- Ends the reading of payloads.
-- $1 city_id, $2 id, $3 state, $4 parser_version
UPDATE payloads AS p
   SET state = read.state, parser_version = read.parser_version, loaded_at = now()
  FROM unnest($1::int[], $2::bigint[], $3::payload_state[], $4::smallint[])
         AS read (city_id, id, state, parser_version)
 WHERE p.city_id = read.city_id AND p.id = read.id;
