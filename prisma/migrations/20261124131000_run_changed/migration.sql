-- Tells every replica of the API when a run says something new, whoever wrote its row; PostgreSQL passes it on at the
-- commit. Mere signs of life (heartbeat_at, lease_until) are no news.
CREATE FUNCTION notify_run_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('run_changed', NEW.id::text);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION notify_run_changed() IS 'Sends the id of a changed run on the channel run_changed, for runProgress.';

CREATE TRIGGER runs_notify_changed
  AFTER UPDATE ON runs
  FOR EACH ROW
  WHEN (
    (OLD.status, OLD.started_at, OLD.finished_at, OLD.error, OLD.progress_done, OLD.progress_total, OLD.calls,
     OLD.payloads, OLD.observations_inserted, OLD.observations_updated, OLD.observations_unchanged, OLD.rejects,
     OLD.hours_summarised, OLD.days_summarised)
    IS DISTINCT FROM
    (NEW.status, NEW.started_at, NEW.finished_at, NEW.error, NEW.progress_done, NEW.progress_total, NEW.calls,
     NEW.payloads, NEW.observations_inserted, NEW.observations_updated, NEW.observations_unchanged, NEW.rejects,
     NEW.hours_summarised, NEW.days_summarised)
  )
  EXECUTE FUNCTION notify_run_changed();
COMMENT ON TRIGGER runs_notify_changed ON runs IS 'Tells subscribers of runProgress what changed; mere heartbeats do not.';
