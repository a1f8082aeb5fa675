import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrayEntries } from './array-entries.js';

async function* cut(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield await Promise.resolve(text.slice(at, at + length));
}

async function read(text: string, length = text.length || 1): Promise<unknown[]> {
  const entries: unknown[] = [];
  for await (const entry of arrayEntries(cut(text, length))) entries.push(entry);
  return entries;
}

test('reads what JSON.parse reads, wherever the text is cut', async () => {
  const objects = fc.array(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()));
  await fc.assert(
    fc.asyncProperty(objects, fc.integer({ min: 1, max: 40 }), fc.nat(3), async (list, length, indent) => {
      const text = JSON.stringify(list, null, indent);
      expect(await read(text, length)).toEqual(JSON.parse(text));
    }),
  );
});

test('is not misled by brackets and quotes within strings', async () => {
  const list = [{ name: '}]"\\' }, { name: '\\"{[' }];
  expect(await read(`\uFEFF ${JSON.stringify(list)}\n`, 1)).toEqual(list);
});

test.each([
  ['', 'the text breaks off'],
  ['{"id": 1}', 'the text is no JSON array'],
  ['{"id": 1}\n{"id": 2}', 'the text is no JSON array'],
  ['<html>', 'the text has "<" where an object should begin'],
  ['[1, 2]', 'the text has "1" where an object should begin'],
  ['[[1]]', 'the text is an array where an object should be'],
  ['[{"id": 1}, {"id"', 'the text breaks off after entry 1'],
  ['[{"id": 1}, {"id": }]', 'entry 2 is not valid JSON'],
  ['[{"id": 1}]]', 'the text has a bracket too many after entry 1'],
  ['[{"id": 1}}', 'the text has a bracket too many after entry 1'],
  ['[{"id": 1}] [', 'the text is no JSON array after entry 1'],
  [`[{"id": "${'x'.repeat(70_000)}`, 'the text is longer than 65536 characters'],
])('says what is wrong with %.30s', async (text, complaint) => {
  await expect(read(text)).rejects.toThrow(complaint);
});
