-- A page of the observations that rest on what a run fetched; pages.ts makes one of it that reads a page of each of
-- several runs. The sections between /*:name*/ and /*:*/ are exchanged: which of the runs, and the order.
-- $1 runs, $2 rows at most of each, $3 city, $4 instant (seconds since 1970) and $5 source: only after them, $6 to $8:
-- only before them
-- Observations name their payload, but have no index by it: it would be 22 to 32 bytes for each live row of 149, would have
-- to be written by every answer that only confirms what is known, and would not have the page's order. A run's payloads
-- (which have an index by run and city) say instead in which part of each city's observations to look: up to 2 days
-- before a live answer, or from the newest instant of a station that has been silent for longer; the range of a backfill
-- and a day around it, as it was asked for in days; everything where the payloads came from a file. City by city, so
-- that what is read is the page and the rest of its last city.
SELECT o.*, spans.run_id
FROM (
  SELECT
    p.run_id,
    p.city_id AS city,
    array_agg(p.id) AS payloads,
    min(CASE
      WHEN p.kind = 'CURRENT' AND r.job IN ('FETCH', 'REFRESH')
        THEN least(p.fetched_at - interval '2 days', latest.observed_at)
      ELSE coalesce(r.window_from - interval '1 day', '-infinity')
    END) AS low,
    max(CASE
      WHEN p.kind = 'CURRENT' THEN p.fetched_at + interval '1 hour'
      ELSE coalesce(r.window_to + interval '1 day', 'infinity')
    END) AS high
  FROM payloads AS p
  JOIN runs AS r ON r.id = p.run_id
  LEFT JOIN latest_observations AS latest ON latest.city_id = p.city_id AND latest.source = p.source
  WHERE p.run_id = ($1::bigint[])[/*:run*/ 1 /*:*/]
    AND p.kind <> 'FORECAST'
    AND p.city_id >= coalesce($3::int, 0)
    AND p.city_id <= coalesce($6::int, 2147483647)
  GROUP BY p.city_id, p.run_id
) AS spans
JOIN observations AS o
  ON o.city_id = spans.city
  AND o.observed_at >= spans.low
  AND o.observed_at < spans.high
  AND o.payload_id = ANY (spans.payloads)
WHERE ($3::int IS NULL OR (o.city_id, o.observed_at, o.source) > ($3, to_timestamp($4), $5::source))
  AND ($6::int IS NULL OR (o.city_id, o.observed_at, o.source) < ($6, to_timestamp($7), $8::source))
ORDER BY /*:order*/ city_id, observed_at, source /*:*/
LIMIT $2;
