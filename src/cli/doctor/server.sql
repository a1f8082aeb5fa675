-- What the doctor asks a server about itself.
SELECT current_setting('server_version') AS version,
       current_setting('server_version_num')::int AS number,
       pg_database_size(current_database())::float8 AS bytes,
       pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean AS "isReadOnly";
