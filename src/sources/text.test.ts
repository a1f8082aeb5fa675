import { expect, test } from 'vitest';
import { excerpt, jsonText } from './text.js';

test('takes out what a terminal or a text column chokes on', () => {
  expect(excerpt('a\u0000b\r\n\tc\u202ed\ud800e \u001b[31mf')).toBe('a b c d e [31mf');
});

test('cuts by characters, not through them', () => {
  const text = excerpt('🌧'.repeat(300));
  expect(Array.from(text)).toHaveLength(200);
  expect(text).toMatch(/^🌧+…$/u);
  expect(excerpt('x'.repeat(200))).toHaveLength(200);
});

test('writes values as JSON, and says what JSON cannot', () => {
  expect(jsonText({ a: '\u0000' })).toBe(String.raw`{"a":"\u0000"}`);
  expect(jsonText(Infinity)).toBe('Infinity');
  expect(jsonText(NaN)).toBe('NaN');
  expect(jsonText(undefined)).toBe('null');
});
