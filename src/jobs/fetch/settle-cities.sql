-- Writes down how each city's call ended and when it is due again.
-- ANSWERED: on its own beat, so that the minute's grid adds no drift; an early answer (a refresh) puts it off. A beat
-- that a used-up quota stretches ends with that quota's period, an interval later at most.
-- REFUSED: upstream does not know the place; asked again in a day. UNAVAILABLE: again soon, doubling from a minute,
-- give or take a quarter. UNUSED: not asked; free for others at once.
-- A claim that ran out and is another process's by now stays that one's.
-- $1 city ids, $2 outcomes, $3 until when each was claimed, $4 factor by which intervals stretch to fit the quota,
-- $5 when the quota that stretches them begins anew, or NULL
WITH outcome AS (
  SELECT o.city_id, o.outcome, o.claim,
         make_interval(mins => t.interval_minutes) AS pace,
         make_interval(secs => t.interval_minutes * 60 * $4::float8) AS beat
    FROM unnest($1::int[], $2::text[], $3::timestamptz[]) AS o (city_id, outcome, claim)
    JOIN tracked_cities AS t ON t.city_id = o.city_id
)
UPDATE tracked_cities AS t
   SET claimed_until = nullif(t.claimed_until, claim),
       claimed_run_id = CASE WHEN t.claimed_until <> claim THEN t.claimed_run_id END,
       claimed_attempt = CASE WHEN t.claimed_until <> claim THEN t.claimed_attempt END,
       last_fetched_at = CASE WHEN outcome IN ('ANSWERED', 'REFUSED') THEN now() ELSE last_fetched_at END,
       failures = CASE outcome WHEN 'ANSWERED' THEN 0 WHEN 'UNUSED' THEN failures ELSE failures + 1 END,
       next_due_at = CASE outcome
         WHEN 'UNUSED' THEN next_due_at
         WHEN 'REFUSED' THEN now() + interval '24 hours'
         WHEN 'UNAVAILABLE'
         THEN now() + least(pace, interval '1 minute' * 2 ^ least(failures, 10)) * (0.75 + random() / 2)
         -- least() passes over the NULL of a stretch without end.
         ELSE least(
           CASE
             WHEN next_due_at > now() THEN now() + beat
             ELSE next_due_at + beat * (floor(extract(epoch FROM now() - next_due_at) / extract(epoch FROM beat)) + 1)
           END,
           greatest($5::timestamptz, now()) + CASE WHEN $5::timestamptz IS NOT NULL THEN pace END)
       END
  FROM outcome
 WHERE t.city_id = outcome.city_id;
