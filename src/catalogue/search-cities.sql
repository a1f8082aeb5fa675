-- Places by name. $1: folded name of three letters or more (fold.ts). $2: country code or null. $3: at most so many.
--
-- Score = tier * 10^9 + people: first how the name matches, then the larger place.
--   103 a whole name   102 the beginning of a name   101 the beginning of a later word of a place's own name
--   100 as 103 or 102 but for one slip of the finger   99 the beginning of a later word of a name elsewhere
--   0-98 misspelt otherwise: how many trigrams it shares with the name
-- For a name in another language or of other times, a place counts a fiftieth of its people: "Victoria" is Victoria
-- in Canada before Hong Kong, which bore the name once, and yet "Roma" is Rome before Roma in Texas.
WITH asked AS MATERIALIZED (
  -- Being read before the index is, it lowers the bar of <% (0.6) for this statement: "chicgo" has 0.57 of "chicago".
  SELECT $1::text AS name, set_config('pg_trgm.word_similarity_threshold', '0.5', true) AS threshold
),
literal AS MATERIALIZED (
  SELECT id, population,
         CASE WHEN search_text LIKE '%' || E'\n' || $1 || E'\n%' THEN 103
              WHEN search_text LIKE '%' || E'\n' || $1 || '%' THEN 102
              WHEN own LIKE '% ' || $1 || '%' THEN 101
              ELSE 99 END AS tier,
         own LIKE '%' || E'\n' || $1 || E'\n%' AS whole_own,
         own LIKE '%' || E'\n' || $1 || '%' AS begins_own
  FROM (
    SELECT id, population, search_text, split_part(search_text, E'\n\n', 1) || E'\n' AS own
    FROM cities
    WHERE (search_text LIKE '%' || E'\n' || $1 || '%' OR search_text LIKE '% ' || $1 || '%')
      AND ($2::text IS NULL OR country_code = $2)
  ) AS city
),
-- A name that exists is taken as meant, and so is what ten others begin with; a full answer needs no guesses after it.
misspelt AS MATERIALIZED (
  SELECT count(*) < least($3, 10) AND count(*) FILTER (WHERE tier = 103) = 0 AS likely FROM literal
),
slips AS MATERIALIZED (
  -- Two letters swapped, and in a text of up to eight one wrong, one left out, one too many: of the nine trigrams and more
  -- of a longer one these spoil three, and those left find as much for less. A short text must be nearly the whole name.
  SELECT DISTINCT '%' || E'\n' || left($1, i - 1) || slip || CASE WHEN length($1) < 6 THEN E'\n%' ELSE '%' END AS pattern
  FROM generate_series(1, length($1)) AS i,
       unnest(ARRAY[reverse(substr($1, i, 2)) || substr($1, i + 2)]
              || CASE WHEN length($1) < 9 THEN ARRAY['_' || substr($1, i + 1), '_' || substr($1, i), substr($1, i + 1)] END) AS slip
  WHERE length($1) < 25 AND (SELECT likely FROM misspelt)
),
slipped AS MATERIALIZED (
  SELECT city.id, city.population, split_part(city.search_text, E'\n\n', 1) || E'\n' LIKE slips.pattern AS own
  FROM slips JOIN cities AS city ON city.search_text LIKE slips.pattern
  WHERE city.id NOT IN (SELECT id FROM literal)
    AND ($2::text IS NULL OR city.country_code = $2)
),
alike AS MATERIALIZED (
  SELECT city.id, city.population, floor(98 * strict_word_similarity(asked.name, city.search_text))::int AS tier
  FROM asked JOIN cities AS city ON asked.name <% city.search_text
  WHERE (SELECT likely FROM misspelt)
    AND NOT EXISTS (SELECT FROM slipped)
    AND ($2::text IS NULL OR city.country_code = $2)
),
found AS (
  SELECT id, tier, population / CASE WHEN whole_own OR begins_own AND tier = 102 THEN 1 ELSE 50 END AS people
  FROM literal
  UNION ALL SELECT id, 100, population / CASE WHEN own THEN 1 ELSE 50 END FROM slipped
  UNION ALL SELECT id, tier, population FROM alike
)
SELECT id, max(tier * 1000000000::bigint + coalesce(people, 0))::float8 AS score
FROM found
GROUP BY id
ORDER BY score DESC, id
LIMIT $3;
