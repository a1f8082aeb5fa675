import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mutatedPayload } from '../../testing/mutated-payloads.js';
import { asJson, parserTestcases } from '../../testing/parser-testcases.js';
import { identifyReply } from './identify.js';
import { parseCurrent, type CurrentContext } from './parse.js';

const UPPSALA = { cityId: 2666199, latitude: 59.85882, longitude: 17.63889 };
const CONTEXT: CurrentContext = { place: UPPSALA, units: 'METRIC' };
const cases = parserTestcases(import.meta.url);

test.each(cases)('reads the case $name as expected', ({ body, context, expected }) => {
  expect(asJson(parseCurrent(body, { ...CONTEXT, ...context }))).toEqual(expected);
});

test('leaves the prototype of objects alone', () => {
  for (const { body } of cases) parseCurrent(body, CONTEXT);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect({}).not.toHaveProperty('polluted');
});

test('survives nesting deeper than the stack', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  const body = Buffer.from(`{"dt": 1, "main": {"temp": ${deep}}}`);
  const { rejections } = parseCurrent(body, CONTEXT);
  expect(rejections[0]).toMatchObject({ reason: 'SCHEMA', path: 'main.temp' });
});

test('never throws and never gives a value that is no finite number, whatever is done to a reply', () => {
  const names = ['plain', 'rain-and-snow', 'imperial', 'old-shape-pressure-of-the-ground', 'bulk-snapshot'];
  const texts = names.map((name) => bodyOf(name).toString());
  const units = fc.constantFrom('METRIC', 'IMPERIAL', 'STANDARD' as const);
  fc.assert(
    fc.property(fc.oneof(...texts.map(mutatedPayload)), units, (body, system) => {
      const parsed = parseCurrent(body, { ...CONTEXT, units: system });
      for (const { values, observedAt, conditionCodes } of parsed.observations) {
        expect(Object.values(values).every(Number.isFinite)).toBe(true);
        expect(Object.values(values).some((value) => Object.is(value, -0))).toBe(false);
        expect(Number.isNaN(observedAt.getTime())).toBe(false);
        expect(conditionCodes.every((code) => Number.isInteger(code) && code < 1000)).toBe(true);
      }
      // Whatever gave no observation says why.
      if (parsed.observations.length === 0) expect(parsed.rejections).not.toEqual([]);
      for (const { value, detail } of parsed.rejections)
        expect(`${value ?? ''}${detail}`).not.toMatch(/\p{Cc}|\p{Cs}/u);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 2000) },
  );
});

test('says which place a recorded reply is about', () => {
  expect(identifyReply(bodyOf('plain'))).toEqual({ id: 2666199, latitude: 59.8585, longitude: 17.6454 });
  expect(identifyReply(bodyOf('id-zero'))).toMatchObject({ id: 0 });
  expect(identifyReply(bodyOf('bulk-snapshot'))).toEqual({
    id: 2666199,
    latitude: 59.858501,
    longitude: 17.64543,
  });
  expect(identifyReply(bodyOf('cod-404-inside-200'))).toBeUndefined();
  expect(identifyReply(bodyOf('html-with-200'))).toBeUndefined();
  expect(identifyReply(bodyOf('null-body'))).toBeUndefined();
});

function bodyOf(name: string): Buffer {
  const found = cases.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`There is no case ${name}`);
  return found.body;
}
