-- Whether a source may be called now. The caller holds its turnstile; in a statement of its own, so that it sees
-- what the turnstile's last holder committed.
-- $1 source, $2 seconds a reservation counts
SELECT clock_timestamp() AS at,
       consecutive_failures AS failures,
       pause_reason AS reason,
       greatest(0, extract(epoch FROM paused_until - clock_timestamp()) * 1000)::float8 AS paused_ms,
       -- A call let through since the last failure, of whose end nothing is known yet.
       EXISTS (
         SELECT
           FROM call_reservations AS call
          WHERE call.source = state.source
            AND call.at > greatest(state.updated_at, clock_timestamp() - make_interval(secs => $2::float8))
            AND call.calls > 0
       ) AS probing
  FROM source_states AS state
 WHERE source = $1::source;
