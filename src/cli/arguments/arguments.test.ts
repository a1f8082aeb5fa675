import { InvalidArgumentError } from 'commander';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalNumber, wholeNumber } from './count.js';
import { describeMinutes, parseEvery } from './every.js';
import { dayOf, parseDay, parseInstant, windowOf } from './instants.js';

describe('--every', () => {
  test.each([
    ['1m', 1],
    ['10m', 10],
    ['10 min', 10],
    ['2h', 120],
    ['1D', 1440],
    ['31d', 44_640],
  ])('reads %s as %d minutes', (text, minutes) => {
    expect(parseEvery(text)).toBe(minutes);
  });

  test.each(['', '10', '0m', '-5m', '1.5h', '32d', '10s', '1w', 'm', '1e3m', '10mm', '99999999d'])(
    'refuses %j, with an example',
    (text) => {
      expect(() => parseEvery(text)).toThrow(InvalidArgumentError);
      expect(() => parseEvery(text)).toThrow(/such as 10m, 2h or 1d/);
    },
  );

  test('is read as it was said, for every unit', () => {
    const units = { m: 1, h: 60, d: 1440 };
    fc.assert(
      fc.property(fc.constantFrom('m', 'h', 'd'), fc.nat(50_000), (unit: keyof typeof units, count) => {
        const minutes = count * units[unit];
        if (minutes < 1 || minutes > 44_640) expect(() => parseEvery(`${count}${unit}`)).toThrow();
        else expect(parseEvery(`${count}${unit}`)).toBe(minutes);
      }),
    );
  });

  test.each([
    [0.5, '30 s'],
    [1.6, '1.6 min'],
    [15, '15 min'],
    [330, '5.5 h'],
    [44_640, '31 days'],
  ])('says %d minutes as %s', (minutes, text) => {
    expect(describeMinutes(minutes)).toBe(text);
  });
});

describe('days and instants', () => {
  test.each([
    ['2026-05-01', '2026-05-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2026-05-01T13:00Z', '2026-05-01T13:00:00.000Z'],
    ['2026-05-01t13:00:59.25z', '2026-05-01T13:00:59.250Z'],
    ['2026-05-01T00:30+02:00', '2026-04-30T22:30:00.000Z'],
    ['2026-11-01T01:30:00-05:00', '2026-11-01T06:30:00.000Z'],
  ])('reads %s', (text, iso) => {
    expect(parseInstant(text).toISOString()).toBe(iso);
  });

  test.each([
    '',
    'yesterday',
    '2026-5-1',
    '2026-02-30',
    '2026-13-01',
    '2026-02-30T10:00Z',
    '2026-05-01T24:00Z',
  ])('refuses %j', (text) => {
    expect(() => parseInstant(text)).toThrow(InvalidArgumentError);
  });

  test('refuses an instant without its zone, which would be read in the machine’s', () => {
    expect(() => parseInstant('2026-05-01T13:00')).toThrow(/with its zone/);
    expect(() => parseDay('2026-05-01T13:00Z')).toThrow(/a day of the calendar/);
  });

  test('is the instant that was written, whatever the machine’s zone', () => {
    const instants = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2199-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (at) => {
        expect(parseInstant(at.toISOString())).toEqual(at);
        expect(parseDay(at.toISOString().slice(0, 10))).toEqual(dayOf(at));
      }),
    );
  });

  test('refuses a window that is empty or runs backwards', () => {
    const [from, to] = [parseDay('2026-05-01'), parseDay('2026-05-02')];
    expect(windowOf(from, to)).toEqual({ from, to });
    expect(() => windowOf(to, from)).toThrow(/must lie before --to/);
    expect(() => windowOf(from, from)).toThrow(/which is not included/);
  });
});

describe('numbers', () => {
  test('are whole and within their range', () => {
    const parse = wholeNumber(1, 500);
    expect([parse('1'), parse('500')]).toEqual([1, 500]);
    for (const text of ['0', '501', '1.5', '-1', '', '1e2', ' 1'])
      expect(() => parse(text)).toThrow('from 1 to 500');
  });

  test('with decimals may be negative, as longitudes are', () => {
    expect([decimalNumber('-0.45'), decimalNumber('52')]).toEqual([-0.45, 52]);
    for (const text of ['', 'N52', '1,5', 'Infinity', '0x10']) expect(() => decimalNumber(text)).toThrow();
  });
});
