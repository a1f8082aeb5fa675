import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PARAMETERS, PARAMETER_NAMES, type Parameter } from '../domain/parameters.js';
import { validate, type Validated } from './validate.js';

const fetchedAt = new Date('2026-05-01T12:00:00Z');
const observedAt = new Date('2026-05-01T11:50:00Z');

function validated(values: Partial<Record<Parameter, number>>, conditionCodes: number[] = []): Validated {
  return validate({ observedAt, values, conditionCodes }, { fetchedAt, oneOfMany: false });
}

function validatedAt(at: Date, oneOfMany = false): Validated {
  const values = { AIR_TEMPERATURE: 10 };
  return validate({ observedAt: at, values, conditionCodes: [] }, { fetchedAt, oneOfMany });
}

describe('values', () => {
  test('takes the ends of every range and nothing beyond', () => {
    for (const parameter of PARAMETER_NAMES) {
      const [min, max] = PARAMETERS[parameter].range;
      for (const value of [min, max]) {
        const { observation, rejections } = validated({ [parameter]: value });
        expect(observation?.values).toEqual({ [parameter]: value });
        expect(rejections).toEqual([]);
      }
      for (const value of [min - 0.001, max + 0.001]) {
        const { observation, rejections } = validated({ [parameter]: value });
        expect(observation).toBeUndefined();
        expect(rejections).toMatchObject([{ reason: 'OUT_OF_RANGE', value: String(value) }]);
      }
    }
  });

  test('refuses a value by itself and keeps the rest', () => {
    expect(validated({ AIR_TEMPERATURE: 10, RELATIVE_HUMIDITY: 250, MEAN_SEA_LEVEL_PRESSURE: 0 })).toEqual({
      observation: { observedAt, values: { AIR_TEMPERATURE: 10 }, conditionCodes: [] },
      rejections: [
        {
          reason: 'OUT_OF_RANGE',
          path: 'relativeHumidity',
          value: '250',
          detail: 'relativeHumidity is 250 %; possible are 0 to 110 %.',
        },
        {
          reason: 'OUT_OF_RANGE',
          path: 'pressure.meanSeaLevel',
          value: '0',
          detail: 'pressure.meanSeaLevel is 0 hPa; possible are 850 to 1100 hPa.',
        },
      ],
    });
  });

  test('refuses the whole instant when the air temperature looks like Kelvin', () => {
    const { observation, rejections } = validated({ AIR_TEMPERATURE: 283.15, RELATIVE_HUMIDITY: 250 });
    expect(observation).toBeUndefined();
    expect(rejections).toMatchObject([{ reason: 'OUT_OF_RANGE', path: 'airTemperature', value: '283.15' }]);
    expect(rejections[0]?.detail).toContain('units are in doubt');
  });

  test.each([NaN, Infinity, -Infinity])('never lets %s pass', (value) => {
    const { observation, rejections } = validated({ AIR_TEMPERATURE: 10, WIND_SPEED: value });
    expect(observation?.values).toEqual({ AIR_TEMPERATURE: 10 });
    expect(rejections).toMatchObject([{ reason: 'OUT_OF_RANGE', path: 'wind.speed', value: String(value) }]);
  });

  test('rounds to three decimals and has no negative zero', () => {
    const values = validated({ AIR_TEMPERATURE: -0, DEW_POINT_TEMPERATURE: -0.0001, WIND_SPEED: 1.23456 });
    expect(values.observation?.values).toEqual({
      AIR_TEMPERATURE: 0,
      DEW_POINT_TEMPERATURE: 0,
      WIND_SPEED: 1.235,
    });
  });

  test('leaves absent what was absent', () => {
    expect(Object.keys(validated({ AIR_TEMPERATURE: 10 }).observation?.values ?? {})).toEqual([
      'AIR_TEMPERATURE',
    ]);
  });

  test('makes no observation of an instant without any value', () => {
    expect(validated({})).toEqual({ rejections: [] });
  });

  test('keeps what passes within range, whatever is given', () => {
    const given = fc.record(
      Object.fromEntries(PARAMETER_NAMES.map((parameter) => [parameter, fc.double()])) as Record<
        Parameter,
        fc.Arbitrary<number>
      >,
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(given, (values) => {
        for (const [parameter, value] of Object.entries(validated(values).observation?.values ?? {})) {
          const [min, max] = PARAMETERS[parameter as Parameter].range;
          if (!(value >= min && value <= max) || Object.is(value, -0)) return false;
        }
        return true;
      }),
    );
  });
});

describe('condition codes', () => {
  test('keeps them in their order', () => {
    expect(validated({}, [501, 741]).observation?.conditionCodes).toEqual([501, 741]);
  });

  test('refuses those that are none and keeps the others', () => {
    const { observation, rejections } = validated({ AIR_TEMPERATURE: 10 }, [800, 40_000, 1.5, -1]);
    expect(observation?.conditionCodes).toEqual([800]);
    expect(rejections).toMatchObject([{ reason: 'OUT_OF_RANGE', value: '[800,40000,1.5,-1]' }]);
  });
});

describe('instants', () => {
  test('lets clocks differ by five minutes and no more', () => {
    expect(validatedAt(new Date('2026-05-01T12:05:00Z')).rejections).toEqual([]);
    expect(validatedAt(new Date('2026-05-01T12:05:00.001Z'))).toMatchObject({
      rejections: [{ reason: 'FUTURE', path: 'observedAt', value: '"2026-05-01T12:05:00.001Z"' }],
    });
  });

  test.each([
    ['milliseconds read as seconds', new Date(fetchedAt.getTime() * 1000)],
    ['the year 30000', new Date('+030000-01-01T00:00:00Z')],
    ['a time before 1900', new Date('1899-12-31T23:59:59Z')],
    ['a time beyond what a date can hold', new Date(1e20)],
  ])('refuses %s', (_, at) => {
    const { observation, rejections } = validatedAt(at);
    expect(observation).toBeUndefined();
    expect(rejections).toMatchObject([{ reason: 'OUT_OF_RANGE', path: 'observedAt' }]);
  });

  test('cuts an instant to the second, never into the next hour', () => {
    const { observation } = validatedAt(new Date('2026-05-01T10:59:59.999Z'));
    expect(observation?.observedAt.toISOString()).toBe('2026-05-01T10:59:59.000Z');
  });

  test('names the instant in the path where a payload has several', () => {
    const many = { fetchedAt, oneOfMany: true };
    const hour = { observedAt, values: { RAIN: -1 }, conditionCodes: [] };
    expect(validate(hour, many).rejections[0]?.path).toBe('precipitation.rain@2026-05-01T11:50:00Z');
    expect(validatedAt(new Date('2026-05-02T00:00:00Z'), true).rejections[0]?.path).toBe(
      'observedAt@2026-05-02T00:00:00.000Z',
    );
  });
});
