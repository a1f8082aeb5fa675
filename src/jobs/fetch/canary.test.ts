import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fault } from '../../sources/demo/faults.js';
import { CANARY, PLENTY, TestWorld } from '../testkit.js';

let world: TestWorld;
beforeAll(async () => (world = await TestWorld.open()));
afterAll(() => world.close());

/** Everything the database holds, as text; bytes in hexadecimal. */
async function everyRow(): Promise<string> {
  const { rows: tables } = await world.pool.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const dumps = await Promise.all(
    tables.map(({ name }) => world.pool.query<{ line: string }>(`SELECT t::text AS line FROM ${name} AS t`)),
  );
  return dumps.flatMap(({ rows }) => rows.map(({ line }) => line)).join('\n');
}

const echo = `You asked for /data/2.5/weather?appid=${CANARY}`;
const page = `<html><a href="?appid=${encodeURIComponent(CANARY)}">again</a></html>`;

// The key travels in the query, so whatever quotes the address quotes the key.
test.each<[string, Fault]>([
  ['answered', { kind: 'DELAY', ms: 1 }],
  ['refused', { kind: 'STATUS', status: 401, body: JSON.stringify({ cod: 401, message: echo }) }],
  ['throttled', { kind: 'STATUS', status: 429, retryAfter: CANARY, body: JSON.stringify({ message: echo }) }],
  ['not found', { kind: 'STATUS', status: 404, body: JSON.stringify({ cod: '404', message: echo }) }],
  ['out of order', { kind: 'STATUS', status: 502, body: page }],
  ['redirected', { kind: 'STATUS', status: 302, location: 'http://127.0.0.1:1/' }],
  ['cut', { kind: 'RESET' }],
  ['cut short', { kind: 'CUT_SHORT' }],
  ['silent', { kind: 'HANG' }],
  ['oversized', { kind: 'OVERSIZED', megabytes: 20, gzip: true }],
  ['badly compressed', { kind: 'BAD_GZIP' }],
  ['a web page', { kind: 'BODY', body: page, contentType: `text/html; from="?appid=${CANARY}"` }],
  ['no document', { kind: 'BODY', body: `{"message":"${echo}"` }],
  ['an error inside', { kind: 'BODY', body: JSON.stringify({ cod: 401, message: echo }) }],
])('The key is in no row, log line or error when a call is %s', async (_, fault) => {
  await world.reset();
  await world.follow(4);
  world.upstream.setFaults([{ fault }]);
  const result = await world.fetch(world.dependencies(0, PLENTY, 300));
  await world.load();
  const texts = [await everyRow(), world.lines.join('\n'), JSON.stringify(result)];
  expect(texts[0]).toContain('OPENWEATHERMAP');
  expect(texts[1]).toContain('asked upstream');
  for (const text of texts) {
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(Buffer.from(CANARY).toString('hex'));
  }
});
