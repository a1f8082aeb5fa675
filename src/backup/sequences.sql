-- Where each of the program's sequences is.
SELECT sequencename AS name, coalesce(last_value, start_value)::text AS value, last_value IS NOT NULL AS "isCalled"
  FROM pg_sequences
 WHERE schemaname = 'public'
 ORDER BY 1
