import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../config/load.js';
import { testServer, type TestServer } from '../http/testing.js';
import { createLogger } from '../logger.js';
import { createMetrics } from '../monitoring/metrics.js';
import { PoolObserver } from '../monitoring/pool.js';
import { RequestObserver } from '../monitoring/requests.js';
import { serveMetrics, type MetricsServer } from '../monitoring/server.js';
import { NO_TRACING } from '../monitoring/tracing.js';
import { exposition, IDLE } from './monitoring.js';

const SECRET = 'canary-0123456789-abcdefghij';
const metrics = createMetrics();
const requests = new RequestObserver(metrics, NO_TRACING);
let server: TestServer;
let metricsServer: MetricsServer;
/** Times the same query was asked. */
let asked = 0;
beforeAll(async () => {
  server = await testServer(
    { monitor: requests },
    { aroundExecution: (name, work) => requests.execution(name, work), answerCacheBytes: 1_000_000 },
  );
  new PoolObserver(metrics).observe({ read: server.pool });
  const config = loadConfig({
    OPENWEATHERMAP_API_KEY: SECRET,
    ADMIN_KEY: SECRET,
    ALERT_WEBHOOK_URL: `http://127.0.0.1/${SECRET}`,
    METRICS_PORT: '9464',
  });
  const collect = exposition(metrics, server.pool, config, { ...IDLE, replicaLag: () => 1_500 });
  metricsServer = await serveMetrics({ host: '127.0.0.1', port: 0, collect, logger: createLogger('silent') });
  await fill();
});
afterAll(async () => {
  await metricsServer.close();
  await server.stop();
});

/** Something of everything, so that no metric is without a series. */
async function fill(): Promise<void> {
  const { pool } = server;
  await pool.query(`INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
    SELECT id, 'Place', 'Place', 'XX', id, id, 'Etc/UTC', 'place' FROM generate_series(1, 3) AS id`);
  await pool.query(`INSERT INTO tracked_cities (city_id, source, interval_minutes, tracked_at, last_observed_at)
    VALUES (1, 'OPENWEATHERMAP', 15, '2020-01-01', now() - interval '100 s'), (2, 'OPENWEATHERMAP', 15, '2020-01-01', now() - interval '7300 s'),
           (3, 'OPENWEATHERMAP', 15, '2020-01-01', now() - interval '200 s')`);
  await pool.query(`INSERT INTO source_states (source, consecutive_failures, paused_until)
    VALUES ('OPENWEATHERMAP', 2, now() + interval '1 hour')`);
  await pool.query(
    `INSERT INTO quota_usage VALUES ('OPENWEATHERMAP', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM'), 1234)`,
  );
  await pool.query(`INSERT INTO runs (job, "trigger", status, finished_at) VALUES ('LOAD', 'CLI', 'REQUESTED', NULL),
    ('FETCH', 'CLI', 'SUCCEEDED', '2026-05-01T00:00:00Z'), ('FETCH', 'CLI', 'FAILED', '2026-05-02T00:00:00Z')`);
  await pool.query(`INSERT INTO rejects (city_id, payload_id, run_id, reason, detail)
    VALUES (1, 1, 1, 'FUTURE', 'x'), (1, 2, 1, 'FUTURE', 'x'), (1, 3, 1, 'SCHEMA', 'x')`);
  await pool.query(`INSERT INTO stale_hours (city_id, hour) VALUES (1, '2026-05-01T00:00:00Z')`);
  await pool.query(`INSERT INTO data_check_results (run_id, "check", severity, status, failing)
    VALUES (1, 'city-is-stale', 'WARNING', 'FAILED', 1)`);
  await pool.query(`INSERT INTO alerts (kind, key, occurrence, severity, title, message, next_attempt_at)
    VALUES ('QUOTA', 'QUOTA/x', 1, 'WARNING', 'x', 'x', now())`);
  metrics.upstreamSeconds.observe({ source: 'OPENWEATHERMAP', kind: 'current', outcome: 'ANSWERED' }, 0.1);
  metrics.runSeconds.observe({ job: 'FETCH', status: 'SUCCEEDED' }, 2);
  metrics.alertDeliveries.inc({ outcome: 'delivered' });
  metrics.sqlErrors.inc({ statement: 'cities' });
  // The cache gives nothing while anybody writes, and other tests may do so on the same server.
  while (asked < 8 || (asked < 200 && !(await hasHit()))) {
    await ask('query Places { cities(first: 2) { nodes { id } } }');
    asked += 1;
  }
  await ask('query Wrong { nothing }');
}

const hasHit = async (): Promise<boolean> =>
  (await metrics.answerCache.get()).values.some(({ labels, value }) => labels.result === 'hit' && value > 0);

async function ask(query: string, headers: Record<string, string> = {}): Promise<Response> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  await response.text();
  return response;
}

const scrape = async (): Promise<string> => (await fetch(metricsServer.url)).text();

/** The values of one metric, by its labels as they are written. */
async function series(name: string): Promise<Record<string, number>> {
  const lines = (await scrape()).split('\n').filter((line) => new RegExp(`^${name}[{ ]`).test(line));
  return Object.fromEntries(
    lines.map((line) => [/\{(.*)\}/.exec(line)?.[1] ?? '', Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe('/metrics', () => {
  test('is on a port of its own, answers GET alone, and holds no secret', async () => {
    const text = await scrape();
    expect(text).toContain('# TYPE weather_http_request_duration_seconds histogram');
    expect(text).not.toContain(SECRET);
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
    expect((await fetch(metricsServer.url, { method: 'POST' })).status).toBe(404);
    expect((await fetch(metricsServer.url.replace('/metrics', '/graphql'))).status).toBe(404);
  });

  test('counts GraphQL requests by name, outcome, and whether they came from memory', async () => {
    const counts = await series('weather_graphql_request_duration_seconds_count');
    const { 'operation="Places",outcome="ok"': named = 0, 'operation="other",outcome="ok"': rare = 0 } =
      counts;
    // Seen a few times, a name has a series of its own.
    expect(named).toBeGreaterThan(rare);
    expect(named + rare).toBe(asked);
    expect(counts['operation="unknown",outcome="refused"']).toBe(1);
    const { 'result="hit"': hits = 0, ...others } = await series('weather_answer_cache_requests_total');
    expect(hits).toBeGreaterThanOrEqual(1);
    expect(hits + Object.values(others).reduce((sum, one) => sum + one, 0)).toBe(asked + 1);
    const executions = await series('weather_graphql_execution_duration_seconds_count');
    expect(Object.values(executions).reduce((sum, one) => sum + one, 0)).toBe(asked - hits);
  });

  test('knows of the pipeline what the database knows', async () => {
    const [worst] = Object.values(await series('weather_freshness_worst_seconds'));
    const [median] = Object.values(await series('weather_freshness_median_seconds'));
    expect(Math.floor((worst ?? 0) / 100)).toBe(73);
    expect(Math.floor((median ?? 0) / 100)).toBe(2);
    expect(await series('weather_cities_stale')).toEqual({ 'source="OPENWEATHERMAP"': 1 });
    expect(await series('weather_source_paused')).toEqual({ 'source="OPENWEATHERMAP"': 1 });
    expect(await series('weather_quota_left_calls')).toMatchObject({
      'source="OPENWEATHERMAP",period="month"': 1_000_000 - 1_234,
    });
    expect(await series('weather_rejects_last_day')).toEqual({ 'reason="FUTURE"': 2, 'reason="SCHEMA"': 1 });
    expect(await series('weather_runs')).toEqual({ 'job="LOAD",status="REQUESTED"': 1 });
    expect(await series('weather_run_last_success_timestamp_seconds')).toEqual({
      'job="FETCH"': Date.parse('2026-05-01T00:00:00Z') / 1_000,
    });
    expect(await series('weather_alerts_undelivered')).toEqual({ '': 1 });
    expect(await series('weather_database_up')).toEqual({ '': 1 });
  });

  test('asks the database once for many scrapes', async () => {
    await scrape();
    const before = server.pool.totalCount;
    const count = async () =>
      (await series('weather_sql_statement_duration_seconds_count'))['statement="database-gauges"'];
    const first = await count();
    await Promise.all([scrape(), scrape(), scrape()]);
    expect(await count()).toBe(first);
    expect(server.pool.totalCount).toBe(before);
  });
});

describe('correlation ids', () => {
  test('come back in every answer: the client’s if it is a plain one, else one of ours', async () => {
    const given = await ask('{ __typename }', { 'x-request-id': 'trip-42' });
    expect(given.headers.get('x-request-id')).toBe('trip-42');
    for (const bad of ['a b', 'x'.repeat(65), '"']) {
      const { headers } = await ask('{ __typename }', { 'x-request-id': bad });
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('are what a masked error and the log name', async () => {
    await server.pool.query('ALTER TABLE cities RENAME TO cities_away');
    try {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-request-id': 'broken-1' },
        body: JSON.stringify({ query: '{ cities(first: 3) { nodes { name } } }' }),
      });
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { correlationId: 'broken-1' } }],
      });
      expect(server.log.filter((line) => line.includes('"correlationId":"broken-1"'))).toHaveLength(1);
    } finally {
      await server.pool.query('ALTER TABLE cities_away RENAME TO cities');
    }
  });
});

describe('what is built on the metrics', () => {
  /** Names of all metrics that /metrics showed, with those that histograms write. */
  const existing = async (): Promise<Set<string>> =>
    new Set((await scrape()).split('\n').flatMap((line) => /^[a-zA-Z_:][\w:]*/.exec(line)?.[0] ?? []));
  const namesIn = (text: string): string[] => text.match(/\b(weather|nodejs|process)_\w+/g) ?? [];

  test('the dashboard is JSON whose every metric exists', async () => {
    const text = await readFile('docs/monitoring/grafana-dashboard.json', 'utf8');
    const { panels } = JSON.parse(text) as {
      panels: { title: string; type: string; targets?: { expr: string }[] }[];
    };
    const graphs = panels.filter(({ type }) => type !== 'row');
    expect(graphs.length).toBeGreaterThan(15);
    const there = await existing();
    for (const { title, targets } of graphs) {
      const names = namesIn((targets ?? []).map(({ expr }) => expr).join(' '));
      expect(names, title).not.toEqual([]);
      expect(
        names.filter((name) => !there.has(name)),
        title,
      ).toEqual([]);
    }
  });

  test('the alert rules are YAML whose every metric exists', async () => {
    const text = await readFile('docs/monitoring/alert-rules.yml', 'utf8');
    const { groups } = parse(text) as {
      groups: {
        rules: {
          alert: string;
          expr: string;
          labels: { severity: string };
          annotations: { summary: string };
        }[];
      }[];
    };
    const rules = groups.flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThan(8);
    const there = await existing();
    for (const { alert, expr, labels, annotations } of rules) {
      expect(annotations.summary, alert).not.toBe('');
      expect(['critical', 'warning'], alert).toContain(labels.severity);
      const names = namesIn(expr);
      expect(names.length + (/\bup\b/.test(expr) ? 1 : 0), alert).toBeGreaterThan(0);
      expect(
        names.filter((name) => !there.has(name)),
        alert,
      ).toEqual([]);
    }
  });

  test('the documentation lists every metric of ours with its own words, and no other', async () => {
    const text = await readFile('docs/monitoring.md', 'utf8');
    const rows = [...text.matchAll(/^\| `(weather_\w+)` +\| (\w+) +\| (.*?) +\|$/gm)];
    const described = rows.map(([, name, type, help]) => ({ name, type, help }));
    const wanted = (await metrics.registry.getMetricsAsJSON())
      .filter(({ name }) => name.startsWith('weather_'))
      .map(({ name, type, help }) => ({ name, type: String(type), help }));
    expect(described).toEqual(wanted.sort((a, b) => a.name.localeCompare(b.name)));
  });
});
