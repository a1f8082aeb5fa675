-- What waits: landed payloads to load, hours to summarise, rejects to look at.
SELECT (SELECT count(*)::int FROM payloads WHERE state = 'PENDING') AS "pendingPayloads",
       (SELECT min(fetched_at) FROM payloads WHERE state = 'PENDING') AS "oldestPending",
       (SELECT count(DISTINCT (city_id, hour))::int FROM stale_hours) AS "staleHours",
       (SELECT count(*)::int FROM rejects WHERE resolved_at IS NULL) AS "openRejects",
       (SELECT coalesce(json_agg(json_build_object('source', source, 'until', paused_until, 'reason', pause_reason)), '[]')
          FROM source_states WHERE paused_until > now()) AS pauses,
       now() AS now;
