-- The source answers again. The answer to a call let through before the last failure does not say so.
-- $1 source, $2 reservation of the call that was answered
UPDATE source_states AS state
   SET consecutive_failures = 0, paused_until = NULL, pause_reason = NULL, updated_at = clock_timestamp()
  FROM call_reservations AS call
 WHERE state.source = $1::source
   AND state.consecutive_failures > 0
   AND call.id = $2::bigint
   AND call.at > state.updated_at;
