-- Gives places other time zones, and has their days cut anew: every hour they have is marked, and the days of the
-- old clock go. $1 ids, $2 IANA names: parallel arrays.
WITH changed AS (
  UPDATE cities AS c SET time_zone = t.time_zone
    FROM unnest($1::int[], $2::text[]) AS t (id, time_zone)
   WHERE c.id = t.id AND c.time_zone <> t.time_zone
  RETURNING c.id
),
gone AS (
  DELETE FROM daily_summaries AS d USING changed WHERE d.city_id = changed.id
)
INSERT INTO stale_hours (city_id, hour)
SELECT h.city_id, h.hour FROM hourly_summaries AS h JOIN changed ON changed.id = h.city_id
