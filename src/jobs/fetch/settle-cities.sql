-- Writes down how each city's call ended and when it is due again.
-- ANSWERED: on its own beat, so that the minute's grid adds no drift; an early answer (a refresh) puts it off.
-- REFUSED: upstream does not know the place; asked again in a day. UNAVAILABLE: again soon, doubling from a minute.
-- UNUSED: not asked; free for others at once.
-- $1 city ids, $2 outcomes, $3 factor by which intervals stretch to fit the quota
WITH outcome AS (
  SELECT o.city_id, o.outcome, make_interval(secs => t.interval_minutes * 60 * $3::float8) AS beat
    FROM unnest($1::int[], $2::text[]) AS o (city_id, outcome)
    JOIN tracked_cities AS t ON t.city_id = o.city_id
)
UPDATE tracked_cities AS t
   SET claimed_until = NULL,
       last_fetched_at = CASE WHEN outcome IN ('ANSWERED', 'REFUSED') THEN now() ELSE last_fetched_at END,
       failures = CASE outcome WHEN 'ANSWERED' THEN 0 WHEN 'UNUSED' THEN failures ELSE failures + 1 END,
       next_due_at = CASE outcome
         WHEN 'UNUSED' THEN next_due_at
         WHEN 'REFUSED' THEN now() + interval '24 hours'
         WHEN 'UNAVAILABLE' THEN now() + make_interval(mins => least(interval_minutes, 2 ^ least(failures, 10))::int)
         ELSE CASE
           WHEN next_due_at > now() THEN now() + beat
           ELSE next_due_at + beat * (floor(extract(epoch FROM now() - next_due_at) / extract(epoch FROM beat)) + 1)
         END
       END
  FROM outcome
 WHERE t.city_id = outcome.city_id;
