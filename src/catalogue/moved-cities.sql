-- Cities that the staged catalogue puts into another time zone, with that zone.
SELECT c.id, s.time_zone AS zone
  FROM staged_cities AS s
  JOIN cities AS c ON c.id = s.id
 WHERE c.time_zone <> s.time_zone
