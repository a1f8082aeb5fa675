import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { transaction } from '../../database/transaction.js';
import type { Place } from '../../domain/observation.js';
import { SECOND } from '../../domain/time.js';
import { savePayloads } from '../../landing/save-payloads.js';
import { currentPlan } from '../../sources/governor/current-plan.js';
import { isFresh, type Governor, type Permit } from '../../sources/governor/governor.js';
import type { WeatherSource } from '../../sources/source.js';
import type { ActiveRun } from '../active-run.js';
import type { JobResult } from '../worker.js';
import { callBatch, type BatchResult } from './batch.js';
import { claimCities, countCities, settleCities, type FetchScope } from './cities.js';
import { pauseFor, pauseForQuota } from './trouble.js';

/** Calls under way at once, landed together: enough to hide latency, few enough to lose little to a crash. */
const BATCH = 25;
/** Times a city is asked in one run before it waits for its next turn. */
const TRIES = 3;

export interface FetchDependencies {
  pool: Pool;
  source: WeatherSource;
  governor: Governor;
}

/**
 * Asks for the weather of every city in scope, stalest first, as fast as the governor lets, and lands each
 * answer before anything reads it.
 */
export async function fetchCities(
  deps: FetchDependencies,
  run: ActiveRun,
  scope: FetchScope,
): Promise<JobResult> {
  return new FetchSweep(deps, run, scope).sweep();
}

class FetchSweep {
  #done = 0;
  #failed: string[] = [];
  #halted: string | null = null;
  #stretch = 1;

  constructor(
    private readonly deps: FetchDependencies,
    private readonly run: ActiveRun,
    private readonly scope: FetchScope,
  ) {}

  async sweep(): Promise<JobResult> {
    const { pool, governor } = this.deps;
    const total = await countCities(pool, this.scope);
    this.#stretch = (await currentPlan(pool, governor.source, governor.limits, new Date())).stretch;
    this.run.progress(0, total);
    while (!this.#isHalted()) {
      this.run.signal.throwIfAborted();
      const places = await claimCities(pool, this.scope, BATCH);
      if (places.length === 0) break;
      await this.#claimed(places);
      this.run.progress(this.#done, Math.max(total, this.#done));
    }
    return this.#result();
  }

  /** Sees a claimed batch through; whatever happens, its cities are free for others afterwards. */
  async #claimed(places: Place[]): Promise<void> {
    const tries = new Map(places.map((place) => [place.cityId, 0]));
    let waiting = places;
    try {
      while (waiting.length > 0 && !this.#isHalted()) {
        this.run.signal.throwIfAborted();
        const permit = await this.#permit(waiting.length);
        if (!permit) continue;
        const asked = waiting.slice(0, permit.calls);
        const again = await this.#call(permit, asked, tries);
        waiting = [...waiting.slice(asked.length), ...again];
        if (again.length > 0 && !this.#isHalted()) await sleep(backOff(tries, again));
      }
    } finally {
      const unused = [...tries.keys()].map((id) => [id, 'UNUSED'] as const);
      await settleCities(this.deps.pool, new Map(unused), this.#stretch);
    }
  }

  /** Permits for some of the calls; none when there is nothing to wait for, or not yet. */
  async #permit(wanted: number): Promise<Permit | null> {
    const { governor } = this.deps;
    const verdict = await governor.ask(wanted);
    if (verdict.kind === 'GRANTED') {
      if (isFresh(verdict)) return verdict;
      await governor.refund(verdict, verdict.calls);
    } else if (verdict.kind === 'WAIT') {
      await sleep(Math.min(verdict.wait, 2 * SECOND));
    } else if (verdict.kind === 'PAUSED') {
      this.#halted = `${governor.source} is paused for ${Math.ceil(verdict.wait / SECOND)} s: ${verdict.reason}`;
    } else {
      this.#halted = await pauseForQuota(governor, verdict.resetsAt);
    }
    return null;
  }

  /** @returns the places to ask again */
  async #call(permit: Permit, places: Place[], tries: Map<number, number>): Promise<Place[]> {
    const { source, governor } = this.deps;
    const result = await callBatch(source, places);
    const again = result.trouble ? [] : countTries(result, tries);
    await this.#land(result);
    for (const cityId of result.outcomes.keys()) tries.delete(cityId);
    this.run.count({ calls: places.length, payloads: result.answers.length });
    this.#failed.push(...result.refusals);
    this.#done += result.outcomes.size;
    await governor.refund(permit, permit.calls - places.length);
    if (result.trouble) this.#halted = await pauseFor(governor, result.trouble);
    else await governor.recover();
    return again;
  }

  async #land(result: BatchResult): Promise<void> {
    const { name: source } = this.deps.source;
    const landed = result.answers.map((item) => ({
      ...item,
      source,
      kind: 'CURRENT' as const,
      units: 'METRIC' as const,
    }));
    await transaction(this.deps.pool, async (client) => {
      await this.run.fence(client);
      await savePayloads(client, this.run.row.id, landed);
      await settleCities(client, result.outcomes, this.#stretch);
    });
  }

  #isHalted(): boolean {
    return this.#halted !== null;
  }

  #result(): JobResult {
    if (this.#halted) return { status: this.#done > 0 ? 'PARTIAL' : 'FAILED', error: this.#halted };
    if (this.#failed.length === 0) return { status: 'SUCCEEDED' };
    const shown = this.#failed.slice(0, 5).join(' ');
    return { status: 'PARTIAL', error: `${this.#failed.length} cities gave no weather. ${shown}` };
  }
}

/** Notes one more failed try of each city; those that had their tries wait for their next turn. */
function countTries(result: BatchResult, tries: Map<number, number>): Place[] {
  return result.again.filter((place) => {
    const count = (tries.get(place.cityId) ?? 0) + 1;
    tries.set(place.cityId, count);
    if (count < TRIES) return true;
    result.outcomes.set(place.cityId, 'UNAVAILABLE');
    result.refusals.push(`City ${place.cityId} did not answer ${TRIES} times.`);
    return false;
  });
}

/** Milliseconds before the next try: from half a second doubling, with jitter against a herd. */
function backOff(tries: Map<number, number>, again: Place[]): number {
  const most = Math.max(...again.map((place) => tries.get(place.cityId) ?? 1));
  return SECOND * 2 ** (most - 2) * (0.5 + Math.random());
}
