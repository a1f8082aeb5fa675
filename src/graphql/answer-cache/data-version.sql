-- Names what a statement that begins now can see: equal names mean that no transaction has committed in between. On a
-- server that replays another's log, the place in the log says it: snapshots do not name the running transactions there.
SELECT CASE
  WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()::text
  ELSE pg_current_snapshot()::text
END AS version;
