import type { Place } from '../../domain/observation.js';
import type { CallOutcome, RawAnswer, WeatherSource } from '../../sources/source.js';
import type { CityOutcome } from './cities.js';

/** What a batch of calls comes to. */
export interface BatchResult {
  answers: { cityId: number; answer: RawAnswer }[];
  /** Settled cities; those to try again are not among them. */
  outcomes: Map<number, CityOutcome>;
  /** Places that may answer if asked again. */
  again: Place[];
  /** One sentence for each city that failed for its own reasons. */
  refusals: string[];
  /** What concerns the whole source, the gravest of the batch. */
  trouble: SourceTrouble | null;
}

export type SourceTrouble =
  | { kind: 'UNAUTHORISED'; detail: string }
  | { kind: 'THROTTLED'; detail: string; retryAfter: number | null }
  | { kind: 'UNAVAILABLE'; detail: string };

const GRAVITY = { UNAVAILABLE: 1, THROTTLED: 2, UNAUTHORISED: 3 } as const;

/** Asks for each place at once: the caller holds a permit for each. */
export async function callBatch(source: WeatherSource, places: Place[]): Promise<BatchResult> {
  const result: BatchResult = { answers: [], outcomes: new Map(), again: [], refusals: [], trouble: null };
  const outcomes = await Promise.all(places.map((place) => source.current(place)));
  places.forEach((place, index) => {
    const outcome = outcomes[index];
    if (outcome) note(result, place, outcome);
  });
  // Where some of the batch was answered, the source as a whole is well.
  if (result.trouble?.kind === 'UNAVAILABLE' && result.again.length < places.length) result.trouble = null;
  return result;
}

function note(result: BatchResult, place: Place, outcome: CallOutcome): void {
  if (outcome.answer) result.answers.push({ cityId: place.cityId, answer: outcome.answer });
  if (outcome.kind === 'ANSWERED') {
    result.outcomes.set(place.cityId, 'ANSWERED');
  } else if (outcome.kind === 'REFUSED') {
    result.outcomes.set(place.cityId, 'REFUSED');
    result.refusals.push(outcome.detail);
  } else {
    result.again.push(place);
    if (result.trouble === null || GRAVITY[outcome.kind] > GRAVITY[result.trouble.kind])
      result.trouble = outcome;
  }
}
