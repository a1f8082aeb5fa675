-- Settings for one transaction of the transform.
-- lock_timeout: to wait for another transform's batch is normal, and may take longer than a lock in general should.
-- plan_cache_mode: the plan must see how many hours were touched; one planned for ten takes minutes for thousands.
-- enable_seqscan: every statement reads touched keys; a young table without statistics would be read whole.
SELECT set_config('lock_timeout', '60s', true),
       set_config('plan_cache_mode', 'force_custom_plan', true),
       set_config('enable_seqscan', 'off', true);
