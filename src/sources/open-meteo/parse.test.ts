import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mutatedPayload } from '../../testing/mutated-payloads.js';
import { asJson, parserTestcases } from '../../testing/parser-testcases.js';
import { parseHourly } from './parse.js';

const CONTEXT = { place: { cityId: 2666199, latitude: 59.85882, longitude: 17.63889 } };
const cases = parserTestcases(import.meta.url);

test.each(cases)('reads the case $name as expected', ({ body, context, expected }) => {
  expect(asJson(parseHourly(body, { ...CONTEXT, ...context }))).toEqual(expected);
});

test('lists a hundred misfit cells and counts the others', () => {
  const reply = JSON.parse(bodyOf('hours').toString()) as { hourly: Record<string, unknown[]> };
  const hours = Array.from({ length: 1000 }, (_, index) => 1_791_590_400 + index * 3600);
  reply.hourly = { time: hours, temperature_2m: hours.map(String), rain: hours.map(() => 0.1) };
  const { observations, rejections } = parseHourly(Buffer.from(JSON.stringify(reply)), CONTEXT);
  expect(observations).toHaveLength(1000);
  expect(rejections.filter(({ path }) => path?.startsWith('hourly.temperature_2m['))).toHaveLength(100);
  expect(rejections).toContainEqual({ reason: 'SCHEMA', detail: '900 more items of this reply do not fit.' });
});

test('reads a year of hours', () => {
  const reply = JSON.parse(bodyOf('hours').toString()) as { hourly: Record<string, unknown[]> };
  const count = 8760;
  for (const [name, column] of Object.entries(reply.hourly)) {
    reply.hourly[name] = Array.from({ length: count }, (_, index) =>
      name === 'time' ? 1_767_225_600 + index * 3600 : column[index % 3],
    );
  }
  const { observations, rejections } = parseHourly(Buffer.from(JSON.stringify(reply)), CONTEXT);
  expect(observations).toHaveLength(count);
  expect(rejections).toEqual([]);
});

test('never throws and never gives a value that is no finite number, whatever is done to a reply', () => {
  const texts = ['hours', 'nulls', 'snowfall'].map((name) => bodyOf(name).toString());
  fc.assert(
    fc.property(fc.oneof(...texts.map(mutatedPayload)), (body) => {
      const { observations, rejections } = parseHourly(body, CONTEXT);
      for (const { values, observedAt, conditionCodes } of observations) {
        expect(Object.values(values).every(Number.isFinite)).toBe(true);
        expect(Number.isNaN(observedAt.getTime())).toBe(false);
        expect(conditionCodes.every((code) => Number.isInteger(code) && code < 100)).toBe(true);
      }
      const instants = observations.map(({ observedAt }) => observedAt.getTime());
      expect(new Set(instants).size).toBe(instants.length);
      for (const { value, detail } of rejections)
        expect(`${value ?? ''}${detail}`).not.toMatch(/\p{Cc}|\p{Cs}/u);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 2000) },
  );
});

function bodyOf(name: string): Buffer {
  const found = cases.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`There is no case ${name}`);
  return found.body;
}
