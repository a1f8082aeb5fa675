-- Calls made of a source in some periods. $1 source, $2 period names
SELECT period, calls FROM quota_usage WHERE source = $1::source AND period = ANY ($2::text[]);
