import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { httpLimits } from '../app/http-limits.js';
import { loadConfig } from '../config/load.js';
import { API_LIMITS } from '../database/pool.js';
import { MOST_IDS } from '../graphql/arguments/ids.js';
import { COST_LIMIT } from '../graphql/limits/cost.js';
import { MOST_WAITING } from '../graphql/live/event-queue.js';
import { listedOperations } from '../graphql/persisted/read-operations.js';
import { REGISTERED_QUERIES_LIMIT } from '../graphql/persisted/registered-queries.js';
import { ADMISSION } from '../http/limits/admission.js';
import { LIVE_LIMITS } from '../http/live/connections.js';
import { TOO_SLOW } from '../http/live/websocket.js';
import { BODY_LIMIT } from '../http/body.js';
import { PATIENCE } from '../http/server.js';

const page = await readFile('docs/security.md', 'utf8');
const config = loadConfig({});
const { limits, live } = httpLimits(config);
const figure = (value: number): string => value.toLocaleString('en');
const seconds = (milliseconds: number): string => `${milliseconds / 1_000} s`;

/** The cells of a row of the page's table. */
function cells(what: string): string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${what} `)) ?? '';
  return row.split('|').map((cell) => cell.trim());
}

describe('the page about security states the limits that hold', () => {
  test.each([
    ['open connections', figure(config.MAX_CONNECTIONS), 'MAX_CONNECTIONS'],
    [
      'time for the head, for a whole request',
      `${seconds(PATIENCE.headers)}, ${seconds(PATIENCE.request)}`,
      '',
    ],
    [
      'requests of a client in a minute',
      figure(config.RATE_LIMIT_REQUESTS_PER_MINUTE),
      'RATE_LIMIT_REQUESTS_PER_MINUTE',
    ],
    [
      'refused requests of a client in ten seconds',
      figure(config.RATE_LIMIT_REFUSED_REQUESTS),
      'RATE_LIMIT_REFUSED_REQUESTS',
    ],
    ['body, after inflation', `${BODY_LIMIT / 1_024} KB`, ''],
    [
      'queries under way; waiting',
      `${limits.admission?.running ?? ''}; ten times as many, ${ADMISSION.patience / 1_000 === 1 ? 'a second' : ''} at most`,
      'MAX_RUNNING_OPERATIONS',
    ],
    ['cost of a query', figure(COST_LIMIT), ''],
    [
      "cost of a client's queries in a minute",
      figure(config.RATE_LIMIT_COST_PER_MINUTE),
      'RATE_LIMIT_COST_PER_MINUTE',
    ],
    ['a statement', seconds(API_LIMITS.statementTimeout), ''],
    [
      'WebSockets and event streams',
      `${figure(live.connections ?? 0)}; ${live.connectionsPerClient ?? 0} of one client`,
      'MAX_LIVE_CONNECTIONS',
    ],
    ['subscriptions of one WebSocket', `${LIVE_LIMITS.subscriptions}, of ${MOST_IDS} cities each`, ''],
    ['time for a WebSocket to introduce itself', seconds(LIVE_LIMITS.greeting), ''],
    ['a WebSocket that answers no ping', seconds(LIVE_LIMITS.ping), ''],
  ])('%s: %s', (what, limit, setting) => {
    const [, , stated, settings, answer] = cells(what);
    expect(stated).toBe(limit);
    expect(settings).toContain(setting);
    expect(answer).not.toBe('');
  });

  test('those without a row of their own', () => {
    const [, , behind, , closed] = cells('events a subscriber is behind');
    expect(behind).toBe(
      `${figure(MOST_WAITING)}; the oldest make room, after ${figure(MOST_WAITING)} lost it is closed`,
    );
    expect(closed).toContain(String(TOO_SLOW));
    expect(limits.admission?.waiting).toBe(10 * (limits.admission?.running ?? 0));
    expect(page).toContain(`${figure(REGISTERED_QUERIES_LIMIT)} characters are kept`);
  });
});

test('its list of operations is one that the program takes, and its request asks for one of them', async () => {
  const [, json = ''] = /<!-- example: operations.json -->\s+```json\n([\s\S]*?)```/.exec(page) ?? [];
  const folder = await mkdtemp(path.join(os.tmpdir(), 'operations-'));
  const file = path.join(folder, 'operations.json');
  await writeFile(file, json);
  const listed = await listedOperations({ PERSISTED_OPERATIONS: file, PERSISTED_ONLY: 'on' });
  await rm(folder, { recursive: true });
  const [, body = ''] = /-d '(\{"documentId".*\})'/.exec(page) ?? [];
  expect(listed?.find(JSON.parse(body) as object)).toContain('query Latest');
});
