-- Follows cities. $1: ids. $2, $3: countries ("*" for the world) and how many of each one's most populous.
-- $4: source. $5: minutes between two observations. $6: who asks.
WITH asked AS (
  SELECT country, count, ordinal
  FROM unnest($2::text[], $3::int[]) WITH ORDINALITY AS part (country, count, ordinal)
),
ranked AS (
  SELECT city.id, asked.count, asked.ordinal,
         row_number() OVER (PARTITION BY asked.ordinal ORDER BY city.population DESC, city.id) AS place
  FROM asked
  JOIN cities AS city ON asked.country IN (city.country_code, '*')
  WHERE city.population IS NOT NULL
),
wanted AS (
  SELECT id FROM ranked WHERE place <= count
  UNION
  SELECT id FROM cities WHERE id = ANY ($1::int[])
),
tracked AS (
  INSERT INTO tracked_cities AS known (city_id, source, interval_minutes)
  SELECT id, $4::source, $5 FROM wanted
  ON CONFLICT (city_id) DO UPDATE SET
    source = excluded.source,
    interval_minutes = excluded.interval_minutes,
    paused = false,
    failures = 0,
    -- Never later than before. At once for another source or after a pause, else when the new interval says.
    next_due_at = CASE
      WHEN known.source <> excluded.source OR known.paused OR known.last_fetched_at IS NULL THEN least(known.next_due_at, now())
      ELSE least(known.next_due_at, known.last_fetched_at + make_interval(mins => excluded.interval_minutes))
    END
  RETURNING city_id
),
audited AS (
  INSERT INTO tracking_changes (changed_by, source, interval_minutes, city_ids)
  SELECT $6, $4::source, $5, array_agg(city_id ORDER BY city_id) FROM tracked HAVING count(*) > 0
)
SELECT ARRAY(SELECT city_id FROM tracked ORDER BY city_id) AS "cityIds",
       ARRAY(SELECT unnest($1::int[]) EXCEPT SELECT id FROM wanted ORDER BY 1) AS "unknownIds",
       ARRAY(SELECT DISTINCT country FROM asked WHERE ordinal NOT IN (SELECT ordinal FROM ranked) ORDER BY 1) AS "emptyCountries";
