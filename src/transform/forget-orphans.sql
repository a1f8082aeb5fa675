-- Removes what no hour stands behind, for some cities: days of a date that none of their hours has (their time zone
-- was another one), and moving averages of hours that do not exist.
-- $1 city ids
--
-- By difference of sets: looking each row up on its own would take longer than summarising it.
WITH hours AS MATERIALIZED (
  SELECT h.city_id, h.hour, (h.hour AT TIME ZONE c.time_zone)::date AS local_date
    FROM hourly_summaries AS h
    JOIN cities AS c ON c.id = h.city_id
   WHERE h.city_id = ANY ($1::int[])
),
days AS (
  SELECT city_id, local_date FROM daily_summaries WHERE city_id = ANY ($1::int[])
  EXCEPT
  SELECT city_id, local_date FROM hours
),
averages AS (
  SELECT city_id, hour FROM moving_averages WHERE city_id = ANY ($1::int[])
  EXCEPT
  SELECT city_id, hour FROM hours
),
gone_days AS (
  DELETE FROM daily_summaries AS d USING days WHERE d.city_id = days.city_id AND d.local_date = days.local_date
)
DELETE FROM moving_averages AS m
 USING averages
 WHERE m.city_id = averages.city_id AND m.hour = averages.hour;
