-- Takes the source's turnstile for this transaction, and reads whether it is paused.
-- $1 source
SELECT consecutive_failures AS failures,
       pause_reason AS reason,
       greatest(0, extract(epoch FROM paused_until - clock_timestamp()) * 1000)::float8 AS paused_ms
  FROM source_states
 WHERE source = $1::source
   FOR UPDATE;
