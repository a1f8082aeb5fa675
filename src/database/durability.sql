-- What the server does to keep what it has acknowledged, as this session has it.
SELECT current_setting('fsync')::boolean AS fsync,
       current_setting('full_page_writes')::boolean AS "fullPageWrites",
       current_setting('synchronous_commit') AS "synchronousCommit";
