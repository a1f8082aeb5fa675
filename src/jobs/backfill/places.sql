-- Where the cities of a backfill are, in the order of their ids. $1 city ids
SELECT id AS "cityId", latitude, longitude FROM cities WHERE id = ANY ($1::int[]) ORDER BY id;
