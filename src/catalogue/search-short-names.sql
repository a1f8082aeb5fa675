-- Places by one or two letters. $1: folded. $2: country code or null. $3: at most so many.
-- Scores as in search-cities.sql, of two tiers: 103 a whole name in any language ("NY"), 102 the beginning of a place's own
-- name. The latter come in the order of the index on population, which ends as soon as the answer is full.
WITH whole AS MATERIALIZED (
  SELECT id, population, split_part(search_text, E'\n\n', 1) || E'\n' LIKE '%' || E'\n' || $1 || E'\n%' AS own
  FROM cities
  WHERE search_text LIKE '%' || E'\n' || $1 || E'\n%'
    AND ($2::text IS NULL OR country_code = $2)
),
counted AS MATERIALIZED (
  SELECT id, population
  FROM cities
  WHERE search_text LIKE E'\n' || $1 || '%'
    AND population IS NOT NULL
    AND ($2::text IS NULL OR country_code = $2)
  ORDER BY population DESC, id
  LIMIT $3
),
uncounted AS MATERIALIZED (
  SELECT id
  FROM cities
  WHERE (SELECT count(*) FROM counted) < $3
    AND search_text LIKE E'\n' || $1 || '%'
    AND population IS NULL
    AND ($2::text IS NULL OR country_code = $2)
  ORDER BY id
  LIMIT $3
),
found AS (
  SELECT id, 103 AS tier, population / CASE WHEN own THEN 1 ELSE 50 END AS people FROM whole
  UNION ALL SELECT id, 102, population FROM counted
  UNION ALL SELECT id, 102, 0 FROM uncounted
)
SELECT id, max(tier * 1000000000::bigint + coalesce(people, 0))::float8 AS score
FROM found
GROUP BY id
ORDER BY score DESC, id
LIMIT $3;
