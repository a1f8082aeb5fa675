import type { CallOutcome, RawAnswer, WeatherSource } from '../../sources/source.js';
import type { CityOutcome, ClaimedPlace } from './cities.js';

/** What a batch of calls comes to. */
export interface BatchResult {
  answers: { cityId: number; answer: RawAnswer }[];
  /** Settled cities; the others' calls came to nothing. */
  outcomes: Map<ClaimedPlace, CityOutcome>;
  /** Cities that gave no answer that can be used, each with a sentence. */
  silent: Map<ClaimedPlace, string>;
  /** One sentence for each city that failed for its own reasons. */
  refusals: string[];
  /** What concerns the whole source, the gravest of the batch. */
  trouble: SourceTrouble | null;
}

export type SourceTrouble =
  | { kind: 'UNAUTHORISED'; detail: string }
  | { kind: 'THROTTLED'; detail: string; retryAfter: number | null }
  | { kind: 'UNAVAILABLE'; detail: string };

/** Asks for each place at once: the caller holds a permit for each. */
export async function callBatch(source: WeatherSource, places: ClaimedPlace[]): Promise<BatchResult> {
  const result: BatchResult = {
    answers: [],
    outcomes: new Map(),
    silent: new Map(),
    refusals: [],
    trouble: null,
  };
  const calls = places.map(async (place) => [place, await source.current(place)] as const);
  for (const [place, outcome] of await Promise.all(calls)) note(result, place, outcome);
  return result;
}

function note(result: BatchResult, place: ClaimedPlace, outcome: CallOutcome): void {
  if (outcome.answer) result.answers.push({ cityId: place.cityId, answer: outcome.answer });
  switch (outcome.kind) {
    case 'ANSWERED':
      result.outcomes.set(place, 'ANSWERED');
      break;
    case 'REFUSED':
      result.outcomes.set(place, 'REFUSED');
      result.refusals.push(outcome.detail);
      break;
    case 'UNAVAILABLE':
      result.silent.set(place, outcome.detail);
      break;
    default:
      // These stay due: it is not they that failed. A refused key outweighs a full quota.
      result.outcomes.set(place, 'UNUSED');
      if (result.trouble?.kind !== 'UNAUTHORISED') result.trouble = outcome;
  }
}
