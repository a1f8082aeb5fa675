import type { Contender } from './contenders.js';
import { agree, digest, type Digest } from './digest.js';
import { bodiesOf } from './drive.js';
import type { Question } from './questions.js';
import type { Size } from './sizes.js';

/** Of each contender's answers so many are compared. */
const COMPARED = 5;

/**
 * Holds contenders to the same answers: who answers something else is not measured.
 * @throws Error that names the contender, the question and both answers
 */
export async function checkAnswers(
  contenders: readonly { contender: Contender; url: string }[],
  questions: readonly Question[],
  size: Size,
): Promise<void> {
  for (const question of questions) {
    let expected: Digest[] | undefined;
    for (const { contender, url } of contenders) {
      if (contender.queries[question] === undefined) continue;
      const answers = await Promise.all(
        bodiesOf(contender, question, size, COMPARED).map((body) => ask(url, body)),
      );
      const found = answers.map((answer) => digest(answer));
      expected ??= found;
      if (expected.every((one, i) => one.count > 0 && agree(one, found[i] ?? NOTHING))) continue;
      const both = `${JSON.stringify(expected)} and ${JSON.stringify(found)}`;
      throw new Error(
        `${contender.label} answers ${question} otherwise: ${both}. ${JSON.stringify(answers[0]).slice(0, 400)}`,
      );
    }
  }
}

const NOTHING: Digest = { count: 0, sum: 0 };

async function ask(url: string, body: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}
