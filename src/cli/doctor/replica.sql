-- What the doctor asks a read replica about itself, and the primary for comparison.
SELECT pg_is_in_recovery() AS "isReplica",
       (SELECT system_identifier::text FROM pg_control_system()) AS system,
       current_database() AS name,
       current_setting('hot_standby_feedback')::boolean AS "holdsVacuum";
