-- Removes the forecasts that were read from payloads. $1 city ids, $2 payload ids: parallel arrays.
DELETE FROM forecasts AS f
 USING unnest($1::int[], $2::bigint[]) AS p (city_id, payload_id)
 WHERE f.city_id = p.city_id AND f.payload_id = p.payload_id
