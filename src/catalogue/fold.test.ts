import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, searchText } from './fold.js';

test.each([
  ['München', 'munchen'],
  ['Mu\u0308nchen', 'munchen'],
  ['SÃO  PAULO', 'sao paulo'],
  ['Straße', 'strasse'],
  ['İstanbul', 'istanbul'],
  ['Łódź', 'lodz'],
  ['Xi’an', 'xian'],
  ['Saint-Denis', 'saint denis'],
  ['St. Louis', 'st louis'],
  ['ＴＯＫＹＯ', 'tokyo'],
  ['東京', 'dongjing'],
  ['Москва', 'moskva'],
  ['100%_sure\\', '100 sure'],
  [' \u0000\n', ''],
])('folds %j to %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('makes of any text only what a pattern of LIKE can hold literally, and folds it no further', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const folded = fold(text);
      expect(folded).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
      expect(fold(folded)).toBe(folded);
    }),
  );
});

test('puts a place’s own names first, then an empty line and the others, each once', () => {
  expect(searchText(['Köln', 'Koeln'], ['Cologne', 'KÖLN', 'Keulen', 'cologne'])).toBe(
    '\nkoln\nkoeln\n\ncologne\nkeulen\n',
  );
  expect(searchText(['Tokyo', 'Tokyo'])).toBe('\ntokyo\n');
});
