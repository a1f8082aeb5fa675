import { expect, test } from 'vitest';
import { loadConfig } from '../config/load.js';
import { banner } from './banner.js';

const NOW = new Date('2026-05-20T12:00:00Z');
const FACTS = {
  ...{ url: 'http://127.0.0.1:4000', database: 'embedded PostgreSQL', adminKeyFile: '/data/demo/admin-key' },
  cities: 50,
};

test('it says where what is, what is off and how to have it, and what runs next', () => {
  const nextRuns = [
    { job: 'CHECK', at: new Date('2026-05-20T12:24:00Z') },
    { job: 'FETCH', at: new Date('2026-05-20T12:00:40Z') },
  ];
  const text = banner(loadConfig({ METRICS_PORT: '9464' }), { ...FACTS, nextRuns, historyDays: 28 }, NOW);
  expect(text).toContain('Dashboard  http://127.0.0.1:4000/\n');
  expect(text).toContain('Metrics    http://127.0.0.1:9464/metrics\n');
  expect(text).toContain('First fill 28 days of history are on their way');
  expect(text).toContain('Next       fetch in 40 s, check in 24 min\n');
  expect(text).toContain('Off        forecasts (FORECASTS=on keeps them)\n');
  expect(text).not.toContain('METRICS_PORT');
  expect(text).toContain('SIMULATED');
});

test('a process without answers names no page that it does not have', () => {
  const text = banner(loadConfig({ ROLE: 'worker', WEATHER_SOURCE: 'open-meteo' }), { ...FACTS, cities: 0 });
  expect(text).not.toMatch(/\/graphql\n|SIMULATED|First fill|Next /);
  expect(text).toContain('none followed');
});

test('secrets are not in it', () => {
  const secret = 'canary-0123456789abcdef0123456789abcdef';
  const env = { OPENWEATHERMAP_API_KEY: secret, ADMIN_KEY: secret, ALERT_WEBHOOK_URL: `http://x/${secret}` };
  expect(banner(loadConfig(env), FACTS)).not.toContain(secret);
});
