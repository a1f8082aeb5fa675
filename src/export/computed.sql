-- Hours that are computed on request, by city and hour, for COPY. The sections between /*:name*/ and /*:*/ are
-- exchanged: what is exported, the statement that computes the hours (with its own parameters), rows at most.
SELECT /*:columns*/ list.* /*:*/
FROM (/*:hours*/ SELECT * FROM hourly_summaries /*:*/) AS list
JOIN cities AS city ON city.id = list.city_id
ORDER BY list.city_id, list.hour
LIMIT /*:limit*/ NULL /*:*/
