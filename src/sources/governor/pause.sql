-- Pauses a source for every replica: for as long as upstream said, or else twice as long with each failure in a
-- row, up to a cap. A longer pause that stands already stays, with its reason. The caller holds the turnstile.
-- $1 source, $2 seconds upstream asked for or NULL, $3 first pause in seconds, $4 longest, $5 reason,
-- $6 whether the source failed: a quota that is used up is no failure
WITH counted AS (
  -- What fails while the source is paused was under way when the pause began: the same failure, not another.
  SELECT clock_timestamp() AS at,
         consecutive_failures + ($6::boolean AND coalesce(paused_until <= clock_timestamp(), true))::int AS failures
    FROM source_states
   WHERE source = $1::source
),
asked AS (
  SELECT at, failures,
         at + make_interval(
           secs => coalesce($2::float8, least($4::float8, $3::float8 * 2 ^ greatest(least(failures, 20) - 1, 0)))
         ) AS until
    FROM counted
)
UPDATE source_states AS state
   SET consecutive_failures = asked.failures,
       paused_until = greatest(state.paused_until, asked.until),
       pause_reason = CASE WHEN state.paused_until >= asked.until THEN state.pause_reason ELSE $5::text END,
       updated_at = asked.at
  FROM asked
 WHERE state.source = $1::source
RETURNING state.paused_until AS until, state.consecutive_failures AS failures;
