import fc from 'fast-check';

/** Values that have broken parsers before; as JSON text, since some have no other spelling. */
const NASTY = [
  'null', '1e999', '-1e999', '1e-400', '-0', '9007199254740993', '1.7976931348623157e308', '-1e308', 'NaN',
  '"12.5"', '""', '[]', '{}', '[[]]', '"\\u0000"', '"\\ud800"', 'true', '[1e308,-1e308]', '0', '-1', '8640000000001',
]; // prettier-ignore

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Bytes that began as a valid document and were tampered with: values replaced, bytes cut or overwritten. */
export function mutatedPayload(text: string): fc.Arbitrary<Buffer> {
  const document = JSON.parse(text) as Json;
  const paths = pathsOf(document);
  const value = fc.oneof(fc.constantFrom(...NASTY), fc.json({ maxDepth: 3 }));
  const replacements = fc.array(fc.tuple(fc.constantFrom(...paths), value), { minLength: 1, maxLength: 4 });
  const replaced = replacements.map((list) => Buffer.from(withReplacements(document, list)));
  return fc.oneof({ weight: 5, arbitrary: replaced }, { weight: 1, arbitrary: damaged(Buffer.from(text)) });
}

function damaged(bytes: Buffer): fc.Arbitrary<Buffer> {
  const position = fc.nat(bytes.length);
  return fc
    .tuple(position, position, fc.uint8Array({ maxLength: 6 }))
    .map(([from, to, inserted]) => Buffer.concat([bytes.subarray(0, from), inserted, bytes.subarray(to)]));
}

function pathsOf(value: Json, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

/** Marks the places, then puts the raw texts there: JSON.stringify could not write them. */
function withReplacements(document: Json, replacements: [string[], string][]): string {
  let root = structuredClone(document);
  replacements.forEach(([path], index) => {
    root = withMark(root, path, `@@${index}@@`);
  });
  return JSON.stringify(root).replaceAll(
    /"@@(\d+)@@"/g,
    (_, index: string) => replacements[Number(index)]?.[1] ?? 'null',
  );
}

function withMark(root: Json, path: string[], mark: string): Json {
  const [key, ...rest] = path;
  if (key === undefined) return mark;
  if (typeof root !== 'object' || root === null) return root;
  if (Array.isArray(root))
    return root.map((child, i) => (String(i) === key ? withMark(child, rest, mark) : child));
  const child = root[key];
  return child === undefined ? root : { ...root, [key]: withMark(child, rest, mark) };
}
