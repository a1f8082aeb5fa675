-- Takes a source's turnstile until the transaction ends: who counts its calls or changes its state is alone.
-- $1 source
SELECT FROM source_states WHERE source = $1::source FOR UPDATE;
