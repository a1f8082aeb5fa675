-- Cities that have observations or summaries.
-- $1 city ids or NULL for all
SELECT id AS city_id
  FROM cities AS c
 WHERE ($1::int[] IS NULL OR id = ANY ($1::int[]))
   AND (EXISTS (SELECT FROM observations AS o WHERE o.city_id = c.id)
        OR EXISTS (SELECT FROM hourly_summaries AS h WHERE h.city_id = c.id)
        OR EXISTS (SELECT FROM daily_summaries AS d WHERE d.city_id = c.id)
        OR EXISTS (SELECT FROM moving_averages AS m WHERE m.city_id = c.id))
 ORDER BY id;
