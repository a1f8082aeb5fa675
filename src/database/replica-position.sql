-- How far a server has come in the log: replayed on a replica, null on a server that replays nobody's log.
SELECT CASE WHEN pg_is_in_recovery() THEN pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::float8 END AS replayed;
