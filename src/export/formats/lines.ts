import { StringDecoder } from 'node:string_decoder';

/** A cell of PostgreSQL's text format; null for \N. */
export type Cell = string | null;

/** The rows of a COPY in text format, some thousands at a time: as many as a chunk completes. */
export async function* rowsOf(source: AsyncIterable<Buffer>): AsyncGenerator<Cell[][]> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of source) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines.map((line) => line.split('\t').map(cell));
  }
  // PostgreSQL ends every row with a newline.
  if (rest !== '') throw new Error('A row of an export was cut off');
}

function cell(text: string): Cell {
  if (!text.includes('\\')) return text;
  return text === '\\N' ? null : text.replace(/\\(.)/g, (_, letter: string) => ESCAPED[letter] ?? letter);
}

const ESCAPED: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
