import { SOURCE_DESCRIPTIONS, type SourceName } from '../domain/source.js';
import type { Place } from '../domain/observation.js';
import type { Reply } from './http.js';
import { upstreamMessage } from './json.js';
import { retryAfter } from './retry-after.js';
import type { CallOutcome, RawAnswer } from './source.js';

/** What the sentences about a source's answers need to be helpful. */
export interface SourceHints {
  name: SourceName;
  /** What to do when the key is not accepted. */
  unauthorised: string;
  /** What to do when the answers are no answers of this source. */
  address: string;
  /** The pause a 429 body names, milliseconds; null where it names none. */
  pauseNamed?: (message: string, now: Date) => number | null;
}

/** Decides by the HTTP status alone: bodies of errors differ in shape, and may be a web page. */
export function outcomeOf(reply: Reply, place: Place, hints: SourceHints): CallOutcome {
  const label = SOURCE_DESCRIPTIONS[hints.name].name;
  if ('failure' in reply) {
    return {
      kind: 'UNAVAILABLE',
      answer: null,
      detail: `${label} did not answer for city ${place.cityId}: ${reply.failure}`,
    };
  }
  const { answer } = reply;
  const message = upstreamMessage(answer.body);
  const said = `${label} answered ${answer.httpStatus} for city ${place.cityId}: `;
  switch (answer.httpStatus) {
    case 200:
      return { kind: 'ANSWERED', answer };
    case 400:
    case 404:
      return { kind: 'REFUSED', answer, detail: said + (message ?? `without a reason; ${hints.address}`) };
    case 401:
    case 403:
      return { kind: 'UNAUTHORISED', answer, detail: said + hints.unauthorised };
    case 429:
      return {
        kind: 'THROTTLED',
        answer,
        detail: said + (message ?? 'too many calls'),
        retryAfter: pause(message, answer, reply.retryAfter, hints),
      };
    default:
      return { kind: 'UNAVAILABLE', answer, detail: said + unexpected(answer.httpStatus, message, hints) };
  }
}

function pause(
  message: string | undefined,
  answer: RawAnswer,
  header: string | undefined,
  hints: SourceHints,
): number | null {
  const named = message === undefined ? null : (hints.pauseNamed?.(message, answer.fetchedAt) ?? null);
  return named ?? retryAfter(header, answer.fetchedAt);
}

function unexpected(status: number, message: string | undefined, hints: SourceHints): string {
  // Where to is not said: a redirect's address may repeat the query, and with it the key.
  if (status >= 300 && status < 400) return `a redirect, which is not followed; ${hints.address}`;
  return message ?? 'it is out of order';
}
