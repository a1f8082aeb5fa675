-- Cities as the command line shows them, in the order asked for. $1 ids
SELECT c.id, c.name, c.country_code AS "countryCode", c.admin1_code AS "admin1Code", c.latitude, c.longitude,
       c.population, c.time_zone AS "timeZone", t.interval_minutes AS "intervalMinutes", t.source
  FROM unnest($1::int[]) WITH ORDINALITY AS asked (id, ordinal)
  JOIN cities AS c ON c.id = asked.id
  LEFT JOIN tracked_cities AS t ON t.city_id = c.id
 ORDER BY asked.ordinal;
