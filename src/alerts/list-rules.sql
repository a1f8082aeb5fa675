-- All rules, by name.
SELECT id, name, subject, parameter, comparison, threshold, city_ids AS "cityIds", country_codes AS "countryCodes",
       hours_ahead AS "hoursAhead", enabled, created_by AS "createdBy", created_at AS "createdAt"
  FROM alert_rules ORDER BY name;
