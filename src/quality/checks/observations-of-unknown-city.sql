-- ERROR: observations of a city that the catalogue does not have
SELECT latest.city_id, latest.source, latest.observed_at
  FROM latest_observations AS latest
  LEFT JOIN cities ON cities.id = latest.city_id
 WHERE cities.id IS NULL
