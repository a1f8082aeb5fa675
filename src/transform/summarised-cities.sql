-- Cities that have summaries of any kind.
SELECT id AS city_id
  FROM cities AS c
 WHERE EXISTS (SELECT FROM hourly_summaries AS h WHERE h.city_id = c.id)
    OR EXISTS (SELECT FROM moving_averages AS m WHERE m.city_id = c.id)
 ORDER BY id;
