import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../sources/demo/faults.js';
import { TestWorld } from '../testkit.js';

let world: TestWorld;
beforeAll(async () => (world = await TestWorld.open()));
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  await world.follow(3);
});

interface Landed {
  city_id: number;
  body: string;
  state: string;
  reasons: string[] | null;
  observations: number;
}

/** Fetches and loads, with a fault at one of three cities; what became of the answers. */
async function landedWith(fault: Fault, times?: number): Promise<Landed[]> {
  const near = world.placeOf(2);
  world.upstream.setFaults([{ fault, near, ...(times !== undefined && { times }) }]);
  await world.fetch();
  await world.load();
  const { rows } = await world.pool.query<Landed>(
    `SELECT p.city_id, convert_from(p.body, 'UTF8') AS body, p.state::text,
            (SELECT array_agg(r.reason::text) FROM rejects AS r WHERE r.city_id = p.city_id AND r.payload_id = p.id) AS reasons,
            (SELECT count(*)::int FROM observations AS o WHERE o.city_id = p.city_id AND o.payload_id = p.id) AS observations
       FROM payloads AS p ORDER BY p.city_id, p.id`,
  );
  return rows;
}

describe('An answer of status 200 that is none', () => {
  test.each<[string, Fault, RegExp, string]>([
    [
      'a web page',
      { kind: 'BODY', body: '<html>busy</html>', contentType: 'text/html' },
      /^<html>/,
      'MALFORMED',
    ],
    ['half a document', { kind: 'TRUNCATED' }, /^\{"coord":[^}]*\}.*[^}]$/, 'MALFORMED'],
    ['a word for a number', { kind: 'NAN' }, /"temp":NaN/, 'MALFORMED'],
    ['nothing', { kind: 'BODY', body: '' }, /^$/, 'MALFORMED'],
    ['null', { kind: 'BODY', body: 'null' }, /^null$/, 'SCHEMA'],
    ['a list', { kind: 'BODY', body: '[1]' }, /^\[1\]$/, 'SCHEMA'],
    ['a text', { kind: 'BODY', body: '"sunny"' }, /^"sunny"$/, 'SCHEMA'],
    [
      'an error',
      { kind: 'BODY', body: '{"cod":"404","message":"city not found"}' },
      /city not found/,
      'HTTP',
    ],
    ['another place’s weather', { kind: 'OTHER_PLACE' }, /"coord"/, 'PLACE_MISMATCH'],
  ])('is kept to the byte and rejected when it is %s', async (_, fault, body, reason) => {
    const [first, odd, last] = await landedWith(fault);
    expect(odd?.body).toMatch(body);
    expect(odd).toMatchObject({ city_id: 2, state: 'REJECTED', reasons: [reason], observations: 0 });
    for (const good of [first, last]) {
      expect(good).toMatchObject({ state: 'LOADED', reasons: null, observations: 1 });
    }
  });
});

test('An answer cut short is asked for again, and nothing of the first is kept', async () => {
  const landed = await landedWith({ kind: 'CUT_SHORT' }, 1);
  expect(landed.map(({ city_id, observations }) => [city_id, observations])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
  const { rows } = await world.pool.query('SELECT status, calls, payloads FROM runs');
  expect(rows).toEqual([{ status: 'SUCCEEDED', calls: 4, payloads: 3 }]);
});

test('The words of an error are kept too, and are no observation', async () => {
  const landed = await landedWith({ kind: 'STATUS', status: 503, body: '<html>maintenance</html>' }, 1);
  expect(landed.map(({ city_id, reasons, observations }) => [city_id, reasons, observations])).toEqual([
    [1, null, 1],
    [2, ['HTTP'], 0],
    [2, null, 1],
    [3, null, 1],
  ]);
});
