import { readFile, writeFile } from 'node:fs/promises';

const BEGIN = '<!-- results: begin -->';
const END = '<!-- results: end -->';

/** Replaces what stands between the marks of a document. */
export async function writeResults(file: string, results: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has no place for results`);
  await writeFile(file, `${before}${BEGIN}\n\n${results}\n\n${END}${after}`);
}
