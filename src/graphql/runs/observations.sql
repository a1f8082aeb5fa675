-- A page of the observations that rest on what each of some runs fetched. The sections between /*:name*/ and /*:*/ are
-- exchanged: the columns a query asked for, the order, and no partition where there is one run (it then stops reading
-- once the page is full).
-- $1 runs, $2 rows at most of each, $3 city, $4 instant (seconds since 1970) and $5 source: only after them, $6 to $8:
-- only before them
-- Observations name their payload, but have no index by it: that would be a third of the table's own size, and every
-- answer that only confirms what is known would have to write to it. A run's payloads (which have an index by run) say
-- instead in which part of each city's observations to look: up to 2 days before a live answer, or from the newest
-- instant of a station that has been silent for longer; the range of a backfill and a day around it, as it was asked for
-- in days; everything where the payloads came from a file.
SELECT /*:columns*/ json_agg(page) /*:*/
FROM (
  SELECT *
  FROM (
    SELECT
      o.*,
      spans.run_id,
      row_number() OVER (
        /*:partition*/ PARTITION BY spans.run_id /*:*/
        ORDER BY /*:order*/ city_id, observed_at, source /*:*/
      ) AS place
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
      WHERE p.run_id = ANY ($1::bigint[])
        AND p.kind <> 'FORECAST'
        AND ($3::int IS NULL OR p.city_id >= $3)
        AND ($6::int IS NULL OR p.city_id <= $6)
      GROUP BY p.city_id, p.run_id
    ) AS spans
    JOIN observations AS o
      ON o.city_id = spans.city
      AND o.observed_at >= spans.low
      AND o.observed_at < spans.high
      AND o.payload_id = ANY (spans.payloads)
    WHERE ($3::int IS NULL OR (o.city_id, o.observed_at, o.source) > ($3, to_timestamp($4), $5::source))
      AND ($6::int IS NULL OR (o.city_id, o.observed_at, o.source) < ($6, to_timestamp($7), $8::source))
  ) AS placed
  WHERE place <= $2
  ORDER BY run_id, /*:order*/ city_id, observed_at, source /*:*/
) AS page;
