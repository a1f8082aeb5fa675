import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWarehouse } from '../load/testkit.js';
import { savePayloads, type LandedAnswer } from './save-payloads.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());

function answer(cityId: number, body: Buffer, fetchedAt = new Date()): LandedAnswer {
  const raw = { requestedAt: fetchedAt, fetchedAt, httpStatus: 200, contentType: null, body };
  return { cityId, source: 'OPENWEATHERMAP', kind: 'CURRENT', units: 'METRIC', answer: raw };
}

interface Row {
  id: string;
  body: Buffer | null;
  hash: Buffer;
  same_as: string | null;
  state: string;
}

async function rowsOf(cityId: number): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `SELECT id, body, body_sha256 AS hash, same_as_payload_id AS same_as, state
       FROM payloads WHERE city_id = $1 ORDER BY id`,
    [cityId],
  );
  return rows;
}

test('keeps all that is known of an answer', async () => {
  const at = new Date('2026-05-01T12:00:00.123Z');
  const later = new Date('2026-05-01T12:00:01.456Z');
  const raw = {
    requestedAt: at,
    fetchedAt: later,
    httpStatus: 404,
    contentType: 'text/html; charset="x"',
    body: Buffer.from('{,}"\\NULL'),
  };
  const item: LandedAnswer = { cityId: 1, source: 'DEMO', kind: 'ARCHIVE', units: 'STANDARD', answer: raw };
  expect(await savePayloads(pool, '77', [item])).toBe(1);
  const { rows } = await pool.query('SELECT * FROM payloads WHERE city_id = 1');
  expect(rows).toMatchObject([
    {
      source: 'DEMO',
      kind: 'ARCHIVE',
      units: 'STANDARD',
      run_id: '77',
      requested_at: at,
      fetched_at: later,
      http_status: 404,
      content_type: raw.contentType,
      body: raw.body,
      state: 'PENDING',
      parser_version: null,
      loaded_at: null,
    },
  ]);
});

test('keeps any bytes as they came, in order, with their hash', async () => {
  let cityId = 100;
  const bodies = fc.uniqueArray(fc.uint8Array({ maxLength: 50 }), { selector: String, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(bodies, async (arrays) => {
      cityId += 1;
      const sent = arrays.map((array) => Buffer.from(array));
      expect(
        await savePayloads(
          pool,
          1n,
          sent.map((body) => answer(cityId, body)),
        ),
      ).toBe(sent.length);
      const rows = await rowsOf(cityId);
      expect(rows.map(({ body }) => body)).toEqual(sent);
      expect(rows.map(({ hash }) => hash)).toEqual(
        sent.map((body) => createHash('sha256').update(body).digest()),
      );
    }),
    { numRuns: 30 },
  );
});

test('keeps the same bytes of a city once, and every answer', async () => {
  const body = Buffer.from('the same');
  for (let poll = 0; poll < 3; poll += 1) await savePayloads(pool, 1n, [answer(2, body)]);
  const rows = await rowsOf(2);
  const first = rows[0]?.id;
  expect(rows.map((row) => [row.body, row.same_as, row.state])).toEqual([
    [body, null, 'PENDING'],
    [null, first, 'PENDING'],
    [null, first, 'PENDING'],
  ]);
});

test('keeps the same bytes of two cities twice', async () => {
  const body = Buffer.from('the same');
  await savePayloads(pool, 1n, [answer(3, body)]);
  await savePayloads(pool, 1n, [answer(4, body)]);
  expect([...(await rowsOf(3)), ...(await rowsOf(4))].map((row) => row.body)).toEqual([body, body]);
});

test('does not lean on bytes older than a day, which retention may take', async () => {
  const body = Buffer.from('the same');
  await savePayloads(pool, 1n, [answer(5, body, new Date(Date.now() - 25 * 3_600_000))]);
  await savePayloads(pool, 1n, [answer(5, body)]);
  expect((await rowsOf(5)).map((row) => row.body)).toEqual([body, body]);
});

test('lands nothing when there is nothing', async () => {
  expect(await savePayloads(pool, 1n, [])).toBe(0);
});
