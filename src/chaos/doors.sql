-- Doors in the tables at which a test can hold whoever passes, inside its transaction: an advisory lock that everybody
-- shares and the test takes alone. They are open unless a test holds their number; the program knows nothing of them.
CREATE FUNCTION chaos_door() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = 0 AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(9328437, TG_ARGV[0]::int);
  RETURN NEW;
END $$;

CREATE TRIGGER door BEFORE UPDATE OF claimed_until ON tracked_cities
  FOR EACH STATEMENT EXECUTE FUNCTION chaos_door(1);
CREATE TRIGGER door BEFORE INSERT ON payloads FOR EACH STATEMENT EXECUTE FUNCTION chaos_door(2);
CREATE CONSTRAINT TRIGGER door_of_commit AFTER INSERT ON payloads
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chaos_door(3);
CREATE TRIGGER door BEFORE INSERT ON runs FOR EACH ROW WHEN (new.job = 'LOAD') EXECUTE FUNCTION chaos_door(4);
CREATE TRIGGER door BEFORE INSERT ON observations FOR EACH STATEMENT EXECUTE FUNCTION chaos_door(5);
CREATE TRIGGER door_of_reading BEFORE UPDATE OF state ON payloads FOR EACH STATEMENT EXECUTE FUNCTION chaos_door(6);
CREATE CONSTRAINT TRIGGER door_of_commit AFTER INSERT OR UPDATE ON observations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chaos_door(7);
CREATE TRIGGER door BEFORE INSERT ON hourly_summaries FOR EACH STATEMENT EXECUTE FUNCTION chaos_door(8);
CREATE TRIGGER door BEFORE INSERT ON daily_summaries FOR EACH STATEMENT EXECUTE FUNCTION chaos_door(9);
CREATE CONSTRAINT TRIGGER door_of_commit AFTER INSERT OR UPDATE ON daily_summaries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chaos_door(10);
CREATE TRIGGER door_of_end BEFORE UPDATE OF finished_at ON runs FOR EACH ROW
  WHEN (new.job IN ('FETCH', 'REFRESH') AND new.finished_at IS NOT NULL AND old.finished_at IS NULL)
  EXECUTE FUNCTION chaos_door(11);
CREATE TRIGGER door_of_heartbeat BEFORE UPDATE OF progress_total ON runs FOR EACH ROW
  WHEN (new.job IN ('FETCH', 'REFRESH')) EXECUTE FUNCTION chaos_door(12);
