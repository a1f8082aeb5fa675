import type { BatchResult } from './batch.js';
import type { ClaimedPlace } from './cities.js';

/** Calls under way together, landed together: enough to hide latency, few enough to lose little to a crash. */
const BATCH = 25;
/** Batches under way at once: while one is landed, the next is asked for. */
const BATCHES = 2;
/** After a first call without an answer: enough to tell one odd city from a source that is down. */
const CAUTIOUS_BATCH = 4;
/** Cities in a row without an answer that make it the source's failure and not theirs. */
const SOURCE_IS_DOWN = 3;
/** Times a city is asked in one run before it waits for its next turn. */
const TRIES = 3;

/**
 * How fast a sweep goes and how often it tries, by what it hears. It begins with a single call: a key that was
 * revoked, or a source that is down, costs one call and not a batch.
 */
export class Pace {
  #heard = false;
  /** Cities that did not answer since one did. */
  readonly #silent = new Set<number>();
  readonly #tries = new Map<number, number>();

  get batchSize(): number {
    if (this.#heard) return BATCH;
    return this.#silent.size === 0 ? 1 : CAUTIOUS_BATCH;
  }

  get batches(): number {
    return this.#heard ? BATCHES : 1;
  }

  /**
   * Decides what becomes of the cities of a batch that did not answer, and whether the source as a whole is down:
   * both are noted in the result.
   * @param probe whether the batch was to show that the source answers again
   * @returns the cities to ask again, each with the number of its tries
   */
  judge(result: BatchResult, probe: boolean): Map<ClaimedPlace, number> {
    if (this.#isDown(result, probe)) {
      const [detail = ''] = result.silent.values();
      result.trouble ??= { kind: 'UNAVAILABLE', detail };
    }
    const again = new Map<ClaimedPlace, number>();
    for (const [place, detail] of result.silent) {
      const tries = (this.#tries.get(place.cityId) ?? 0) + 1;
      this.#tries.set(place.cityId, tries);
      if (tries < TRIES && !result.trouble) {
        again.set(place, tries);
      } else {
        result.outcomes.set(place, 'UNAVAILABLE');
        result.refusals.push(detail);
      }
    }
    return again;
  }

  #isDown({ outcomes, silent }: BatchResult, probe: boolean): boolean {
    if ([...outcomes.values()].some((outcome) => outcome !== 'UNUSED')) {
      this.#heard = true;
      this.#silent.clear();
      return false;
    }
    for (const { cityId } of silent.keys()) {
      // A city that fails again is no news: it may be the odd one.
      if (!this.#tries.has(cityId)) this.#silent.add(cityId);
    }
    return silent.size > 0 && (probe || this.#silent.size >= SOURCE_IS_DOWN);
  }
}
