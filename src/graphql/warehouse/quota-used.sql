-- Calls made in some periods. $1 sources, $2 periods, one each
SELECT source, period, ceil(calls)::float8 AS used
FROM quota_usage
JOIN unnest($1::source[], $2::text[]) AS wanted (s, p) ON source = s AND period = p;
