-- Makes a rule; no row when its name is taken. $1 name, $2 subject, $3 parameter, $4 comparison, $5 threshold, $6 cities or NULL,
-- $7 countries or NULL, $8 hours ahead, $9 whether it is enabled, $10 who makes it
INSERT INTO alert_rules (name, subject, parameter, comparison, threshold, city_ids, country_codes, hours_ahead, enabled, created_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (name) DO NOTHING
RETURNING id, name, subject, parameter, comparison, threshold, city_ids AS "cityIds", country_codes AS "countryCodes",
       hours_ahead AS "hoursAhead", enabled, created_by AS "createdBy", created_at AS "createdAt";
