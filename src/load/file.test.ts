import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { InvalidInputError } from '../errors.js';
import { parsePayload, parserVersion } from '../sources/parse.js';
import { identifyReply } from '../sources/openweathermap/identify.js';
import { landFile, type FileOptions, type FileProgress } from './file.js';
import { addCity, load, testWarehouse } from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
let folder: string;
beforeAll(async () => {
  ({ pool, close } = await testWarehouse());
  folder = await mkdtemp(path.join(os.tmpdir(), 'weather-file-'));
  await addCity(pool, 101, 52.52, 13.41); // Berlin
  await addCity(pool, 102, 52.4, 13.07); // Potsdam, 27 km from there
  await addCity(pool, 103, -16.8, 179.99); // Fiji, west of the antimeridian
  await addCity(pool, 104, 78.22, 15.65); // Longyearbyen
});
beforeEach(() => pool.query('TRUNCATE payloads, observations, rejects'));
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true });
});

function reply(id: number, latitude: number, longitude: number): string {
  return JSON.stringify({
    coord: { lon: longitude, lat: latitude },
    weather: [{ id: 800 }],
    main: { temp: 50, pressure: 1013, humidity: 60 },
    wind: { speed: 10 },
    dt: 1_617_746_826,
    id,
    cod: 200,
  });
}

async function file(content: string | Buffer): Promise<string> {
  const name = path.join(folder, 'replies');
  await writeFile(name, content);
  return name;
}

function landed(name: string, options: Partial<FileOptions> = {}) {
  return landFile(pool, name, {
    source: 'OPENWEATHERMAP',
    units: 'IMPERIAL',
    runId: 5n,
    identify: identifyReply,
    ...options,
  });
}

interface PayloadRow {
  city_id: number;
  body: Buffer | null;
}

async function payloads(): Promise<PayloadRow[]> {
  return (await pool.query<PayloadRow>('SELECT city_id, body FROM payloads ORDER BY id')).rows;
}

async function cityOf(line: string): Promise<number | undefined> {
  await landed(await file(line));
  return (await payloads())[0]?.city_id;
}

describe('whose a line is', () => {
  test.each([
    ['the city that it names, though another is nearer', 101, reply(101, 52.41, 13.08)],
    ['the nearest city, when it names none', 102, reply(0, 52.41, 13.08)],
    ['the nearest city, when the one it names is elsewhere', 102, reply(104, 52.41, 13.08)],
    ['a city across the antimeridian', 103, reply(0, -16.81, -179.98)],
    ['a city near the pole, degrees of longitude away', 104, reply(0, 78.22, 17.5)],
    ['nobody, when no city is within 50 km', 0, reply(101, 53.1, 13.41)],
    ['nobody, when it is no JSON', 0, 'a line'],
    ['nobody, when it is on no Earth', 0, reply(101, 520, 13.41)],
  ])('%s', async (_, cityId, line) => {
    expect(await cityOf(line)).toBe(cityId);
  });
});

test('keeps each line byte for byte, in order, without its end', async () => {
  const lines = [Buffer.from('{"a": "é",  "b":1}'), Buffer.from([0xff, 0x00, 0xfe]), Buffer.from('last')];
  const [first, second, last] = lines;
  const content = Buffer.concat([
    first,
    Buffer.from('\r\n'),
    second,
    Buffer.from('\n\n \n'),
    last,
  ] as Buffer[]);
  expect(await landed(await file(content))).toEqual({ lines: 3, emptyLines: 2, landed: 3 });
  expect((await payloads()).map(({ body }) => body)).toEqual(lines);
});

test('reads gzip by its first bytes, over chunks and batches', async () => {
  const lines = Array.from({ length: 2_500 }, (_, n) => reply(n, 52.5, 13.4).padEnd(400));
  const progress: FileProgress[] = [];
  const name = await file(gzipSync(lines.join('\n')));
  const counts = await landed(name, { onProgress: (now) => progress.push(now) });
  expect(counts).toEqual({ lines: 2_500, emptyLines: 0, landed: 2_500 });
  expect(progress.map((now) => now.landed)).toEqual([1_000, 2_000, 2_500]);
  expect(progress.at(-1)?.bytesRead).toBe(progress.at(-1)?.totalBytes);
  expect((await payloads()).map(({ body }) => body?.toString())).toEqual(lines);
});

test('a cut file leaves what came before the cut, and says so', async () => {
  const lines = Array.from({ length: 3_000 }, (_, n) => reply(n, 80 * Math.sin(n), 80 * Math.cos(n)));
  const whole = gzipSync(lines.join('\n'));
  const name = await file(whole.subarray(0, whole.length >> 1));
  await expect(landed(name)).rejects.toThrow(/cannot be read to its end: unexpected end of file/);
  expect((await payloads()).length).toBeGreaterThanOrEqual(1_000);
});

test('a file that is none, or not one of lines, is refused in a sentence', async () => {
  await expect(landed(path.join(folder, 'absent'))).rejects.toThrow(InvalidInputError);
  await expect(landed(await file('x'.repeat(1_200_000)))).rejects.toThrow(/one reply a line/);
  expect(await landed(await file(''))).toEqual({ lines: 0, emptyLines: 0, landed: 0 });
});

test('every line ends as an observation in our units, or as a reject with its reason', async () => {
  await landed(await file(`${reply(101, 52.52, 13.41)}\n${reply(1, 0, 0)}\n{"cut":\n`));
  await load(pool, { parse: parsePayload, parserVersion });
  const { rows: observations } = await pool.query('SELECT city_id, air_temperature_c FROM observations');
  // 50 °F
  expect(observations).toEqual([{ city_id: 101, air_temperature_c: 10 }]);
  const { rows: rejects } = await pool.query('SELECT city_id, reason FROM rejects ORDER BY id');
  expect(rejects).toEqual([
    { city_id: 0, reason: 'PLACE_MISMATCH' },
    { city_id: 0, reason: 'MALFORMED' },
  ]);
});

test('writes nothing once the run has another owner', async () => {
  const fence = () => Promise.reject(new Error('Not ours'));
  await expect(landed(await file('a line'), { fence })).rejects.toThrow('Not ours');
  expect(await payloads()).toEqual([]);
});
