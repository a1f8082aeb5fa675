import { describe, expect, test } from 'vitest';
import { Progress } from './progress.js';
import { duration, fields, table } from './text.js';

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, columns: 60, write: (text: string) => written.push(text) };
}

describe('progress', () => {
  test('on a terminal is one line that is written over, with a bar as long as its share', () => {
    const terminal = screen(true);
    let now = 0;
    const progress = new Progress(terminal, () => (now += 1_000));
    progress.show('run 7 FETCH', 0, 1_344);
    progress.show('run 7 FETCH', 672, 1_344);
    progress.end();
    expect(terminal.written).toEqual([
      `\r\u001b[K${'░'.repeat(30)} run 7 FETCH: 0 of 1,344 (0 %)`.slice(0, 63),
      `\r\u001b[K${'█'.repeat(15)}${'░'.repeat(15)} run 7 FETCH: 672 of 1,344 (50 %)`.slice(0, 63),
      '\r\u001b[K',
    ]);
    expect(terminal.written.every((text) => !text.includes('\n'))).toBe(true);
  });

  test('elsewhere is a plain line now and then, and none twice', () => {
    const log = screen(false);
    let now = 0;
    const progress = new Progress(log, () => now);
    for (; now < 60_000; now += 250) progress.show('entries read', Math.floor(now / 20_000) * 10, 0);
    progress.end();
    expect(log.written).toEqual(['entries read\n', 'entries read: 10\n', 'entries read: 20\n']);
  });

  test('never claims more than everything', () => {
    const log = screen(false);
    new Progress(log, () => 0).show('cities', 7, 5);
    expect(log.written).toEqual(['cities: 7 of 5 (100 %)\n']);
  });
});

describe('text', () => {
  test.each([
    [12, '12 ms'],
    [3_240, '3.2 s'],
    [95_000, '95 s'],
    [600_000, '10 min'],
    [50 * 3_600_000, '2 days'],
  ])('says %d ms as %s', (length, text) => {
    expect(duration(length)).toBe(text);
  });

  test('lines up columns, numbers to the right', () => {
    const lines = table(
      [' id', 'name'],
      [
        ['7', 'A'],
        ['5128581', 'New York City'],
      ],
    );
    expect(lines).toEqual(['     id  name', '      7  A', '5128581  New York City']);
    expect(fields([['a', '1'], ['longer', '2']])).toEqual(['a       1', 'longer  2']); // prettier-ignore
  });
});
