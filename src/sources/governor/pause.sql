-- Pauses a source for every replica: for as long as upstream said, or else twice as long with each failure in a
-- row, up to a cap. A longer pause that stands already stays.
-- $1 source, $2 seconds upstream asked for or NULL, $3 first pause in seconds, $4 longest, $5 reason
INSERT INTO source_states AS state (source, consecutive_failures, paused_until, pause_reason, updated_at)
VALUES ($1::source, 1, clock_timestamp() + make_interval(secs => coalesce($2::float8, $3::float8)), $5::text,
        clock_timestamp())
ON CONFLICT (source) DO UPDATE
   SET consecutive_failures = state.consecutive_failures + 1,
       paused_until = greatest(
         state.paused_until,
         clock_timestamp() + make_interval(
           secs => coalesce($2::float8, least($4::float8, $3::float8 * 2 ^ least(state.consecutive_failures, 20))))),
       pause_reason = excluded.pause_reason,
       updated_at = excluded.updated_at
RETURNING paused_until AS until, consecutive_failures AS failures;
