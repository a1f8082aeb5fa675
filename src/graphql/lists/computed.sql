-- A page of hours that are computed on request, of each of some cities, in one statement. The sections between
-- /*:name*/ and /*:*/ are exchanged: the columns a query asked for, the order, the statement that computes the hours
-- (with its parameters, from $1 on), and the parameter that says how many hours a city.
SELECT /*:columns*/ json_agg(page) /*:*/
FROM (
  SELECT *
  FROM (
    SELECT list.*, row_number() OVER (PARTITION BY city_id ORDER BY /*:order*/ city_id, hour /*:*/) AS place
    FROM (/*:hours*/ SELECT * FROM hourly_summaries /*:*/) AS list
  ) AS placed
  WHERE place <= /*:limit*/ 100 /*:*/
  ORDER BY /*:order*/ city_id, hour /*:*/
) AS page;
