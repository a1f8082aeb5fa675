-- The source answers again.
-- $1 source
UPDATE source_states
   SET consecutive_failures = 0, paused_until = NULL, pause_reason = NULL, updated_at = clock_timestamp()
 WHERE source = $1::source AND (consecutive_failures > 0 OR paused_until IS NOT NULL);
