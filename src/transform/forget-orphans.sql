-- Removes what no hour stands behind, for some cities: days of a date that none of their hours has (their time zone
-- was another one), and moving averages of hours that do not exist or windows that are not kept.
-- $1 city ids, $2 windows that are kept, in hours
WITH days AS (
  DELETE FROM daily_summaries AS d
   USING cities AS c
   WHERE d.city_id = ANY ($1::int[]) AND c.id = d.city_id
     AND NOT EXISTS (SELECT
                       FROM hourly_summaries AS h
                      WHERE h.city_id = d.city_id
                        AND h.hour >= d.local_date::timestamp AT TIME ZONE 'UTC' - interval '16 hours'
                        AND h.hour <= d.local_date::timestamp AT TIME ZONE 'UTC' + interval '40 hours'
                        AND (h.hour AT TIME ZONE c.time_zone)::date = d.local_date)
)
DELETE FROM moving_averages AS m
 WHERE m.city_id = ANY ($1::int[])
   AND (m.window_hours <> ALL ($2::int[])
        OR NOT EXISTS (SELECT FROM hourly_summaries AS h WHERE h.city_id = m.city_id AND h.hour = m.hour));
