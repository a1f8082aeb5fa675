import { run, sqlFile, type Queryable } from '../database/sql.js';
import type { PayloadKind, SourceName } from '../domain/source.js';
import type { UnitSystem } from '../sources/parse.js';
import type { RawAnswer } from '../sources/source.js';

const SAVE = sqlFile(import.meta.url, 'save-payloads.sql');

/** One answer of an upstream and what was asked for it. */
export interface LandedAnswer {
  cityId: number;
  source: SourceName;
  kind: PayloadKind;
  /** The unit system that was asked for: replies do not state it. */
  units: UnitSystem;
  answer: RawAnswer;
}

/**
 * Keeps answers byte for byte, whatever they hold, as PENDING payloads: one statement for all of them. Bytes
 * that came before for the same city within a day are kept once.
 * @returns the number of payloads landed
 */
export async function savePayloads(
  client: Queryable,
  runId: string | bigint,
  items: readonly LandedAnswer[],
): Promise<number> {
  if (items.length === 0) return 0;
  const answers = items.map((item) => item.answer);
  const { rowCount } = await run(client, SAVE, [
    runId,
    items.map((item) => item.cityId),
    items.map((item) => item.source),
    items.map((item) => item.kind),
    items.map((item) => item.units),
    answers.map((answer) => answer.requestedAt),
    answers.map((answer) => answer.fetchedAt),
    answers.map((answer) => answer.httpStatus),
    answers.map((answer) => answer.contentType),
    answers.map((answer) => answer.body),
  ]);
  return rowCount ?? 0;
}
