-- What the doctor asks a server about itself.
SELECT current_setting('server_version') AS version,
       current_setting('server_version_num')::int AS number,
       current_setting('fsync')::boolean AS fsync,
       current_setting('full_page_writes')::boolean AS "fullPageWrites",
       current_setting('synchronous_commit') AS "synchronousCommit",
       pg_database_size(current_database())::float8 AS bytes,
       pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean AS "isReadOnly";
