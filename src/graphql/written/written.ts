import { randomUUID } from 'node:crypto';

/** Stands for a list while the rest of an answer becomes text. Nobody can send it: every process has its own. */
const MARK = `written ${randomUUID()}`;

/** Lists met while an answer becomes text; undefined otherwise. */
let met: Written[] | undefined;

/** A list that is JSON already. */
export class Written {
  constructor(readonly text: string) {}

  /** For whoever turns an answer into text in another way than `stringify`. */
  toJSON(): unknown {
    if (!met) return JSON.parse(this.text);
    met.push(this);
    return MARK;
  }
}

/** An answer as text, with its written lists as they are. */
export function stringify(answer: unknown): string {
  const lists: Written[] = [];
  met = lists;
  try {
    const [first = '', ...rest] = JSON.stringify(answer).split(JSON.stringify(MARK));
    return [first, ...rest.flatMap((part, i) => [lists[i]?.text ?? 'null', part]), '\n'].join('');
  } finally {
    met = undefined;
  }
}
