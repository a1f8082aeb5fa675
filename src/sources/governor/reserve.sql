-- Lets through as many of the wanted calls as every limit allows, and writes them down at once: in the window of
-- the last minute and in each period. The caller holds the source's turnstile, so that no two processes count the
-- same room.
-- $1 source, $2 calls wanted, $3 weight of one call, $4 limit in any minute, $5 seconds a reservation counts,
-- $6 period names, $7 period limits
WITH moment AS (SELECT clock_timestamp() AS at),
forgotten AS (
  DELETE FROM call_reservations USING moment
   WHERE source = $1::source AND call_reservations.at <= moment.at - make_interval(secs => $5::float8)
),
recent AS (
  SELECT coalesce(sum(calls), 0) AS calls, min(call_reservations.at) FILTER (WHERE calls > 0) AS oldest
    FROM call_reservations, moment
   WHERE source = $1::source AND call_reservations.at > moment.at - make_interval(secs => $5::float8)
),
room AS (
  -- How many calls fit. The tiny term undoes the rounding of weights such as 0.1.
  SELECT periods.period, floor((periods.allowed - coalesce(usage.calls, 0)) / $3::float8 + 1e-9) AS calls
    FROM unnest($6::text[], $7::float8[]) AS periods (period, allowed)
    LEFT JOIN quota_usage AS usage ON usage.source = $1::source AND usage.period = periods.period
),
granted AS (
  SELECT greatest(0, least(
           $2::int,
           floor(($4::float8 - recent.calls) / $3::float8 + 1e-9),
           (SELECT min(calls) FROM room)
         )) AS calls
    FROM recent
),
reserved AS (
  INSERT INTO call_reservations (source, at, calls)
  SELECT $1::source, moment.at, granted.calls * $3::float8 FROM granted, moment WHERE granted.calls > 0
  RETURNING id
),
counted AS (
  INSERT INTO quota_usage (source, period, calls)
  SELECT $1::source, period, granted.calls * $3::float8
    FROM unnest($6::text[]) AS period, granted
   WHERE granted.calls > 0
  ON CONFLICT (source, period) DO UPDATE SET calls = quota_usage.calls + excluded.calls
)
SELECT granted.calls::int AS granted,
       (SELECT id::text FROM reserved) AS reservation,
       (SELECT coalesce(array_agg(period), '{}') FROM room WHERE calls < 1) AS used_up,
       greatest(0, extract(epoch FROM recent.oldest + make_interval(secs => $5::float8) - moment.at) * 1000)::int AS wait_ms
  FROM granted, recent, moment;
