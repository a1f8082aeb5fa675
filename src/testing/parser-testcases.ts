import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** One folder of a parser's `testcases/`: what upstream sent, and what is to become of it. */
export interface ParserTestcase {
  name: string;
  /** The bytes of `response.json`, or of `response.txt` where they are no JSON. */
  body: Buffer;
  /** `expected.json`. */
  expected: unknown;
  /** `context.json`, where the case needs another context than the parser's usual one. */
  context: object;
}

/**
 * All cases of the folder `testcases/` beside a test file.
 * @param testFile `import.meta.url`
 */
export function parserTestcases(testFile: string): ParserTestcase[] {
  const root = fileURLToPath(new URL('testcases', testFile));
  return readdirSync(root).map((name) => {
    const file = (fileName: string): string => path.join(root, name, fileName);
    const response = existsSync(file('response.json')) ? 'response.json' : 'response.txt';
    return {
      name,
      body: readFileSync(file(response)),
      expected: readJson(file('expected.json')),
      context: existsSync(file('context.json')) ? (readJson(file('context.json')) as object) : {},
    };
  });
}

/** A result as JSON has it, so that instants compare with those of `expected.json`. */
export function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8')) as unknown;
}
