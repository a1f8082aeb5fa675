import type { Pool } from 'pg';
import { transaction } from '../../database/transaction.js';
import { SECOND } from '../../domain/time.js';
import { savePayloads } from '../../landing/save-payloads.js';
import type { Governor } from '../../sources/governor/governor.js';
import { isFresh, type Permit, type Verdict } from '../../sources/governor/verdict.js';
import type { WeatherSource } from '../../sources/source.js';
import type { ActiveRun } from '../active-run.js';
import { backOff, nap } from '../nap.js';
import { sentence } from '../sentences.js';
import type { JobResult } from '../worker.js';
import { callBatch, type BatchResult } from './batch.js';
import type { CityQueue, ClaimedPlace } from './cities.js';
import { Pace } from './pace.js';
import { Progress } from './progress.js';
import { pauseFor, pauseForQuota } from './trouble.js';

/** Between two looks at cities that another process is asking for. */
const LOOK_AGAIN = SECOND / 2;

export interface FetchDependencies {
  pool: Pool;
  source: WeatherSource;
  governor: Governor;
}

/** One pass over a queue of cities: claims, calls and lands them, a few batches at a time. */
export class Sweep {
  readonly #pace = new Pace();
  readonly #progress: Progress;
  /** Claimed and not being asked, in the order in which to ask. */
  readonly #held: ClaimedPlace[] = [];
  readonly #calling = new Set<Promise<void>>();
  readonly #errors: unknown[] = [];
  /** Whether the queue had nothing more to claim when we last looked. */
  #drained = false;
  /** Why no more calls are made, as a sentence. */
  #halted: string | null = null;

  constructor(
    private readonly deps: FetchDependencies,
    private readonly run: ActiveRun,
    private readonly queue: CityQueue,
  ) {
    this.#progress = new Progress(run);
  }

  async sweep(): Promise<JobResult> {
    this.#progress.begin(await this.queue.count());
    try {
      while (!this.#isOver() && (await this.#step()));
    } finally {
      // Whatever happened: answers under way are landed, and cities are free for others afterwards.
      await Promise.all(this.#calling);
      await this.queue.free(this.#held);
    }
    if (this.#errors.length > 0) throw this.#errors[0];
    return this.#progress.result(this.#halted);
  }

  #isOver(): boolean {
    return this.#halted !== null || this.#errors.length > 0;
  }

  /** Does the next thing there is to do. @returns false when nothing is left */
  async #step(): Promise<boolean> {
    this.run.signal.throwIfAborted();
    if (this.#calling.size < this.#pace.batches && (await this.#hold()) > 0) await this.#ask();
    else if (this.#calling.size > 0) await Promise.race(this.#calling);
    else return this.#othersAreAtIt();
    return true;
  }

  /** Claims the most overdue cities until there is a batch. @returns how many to ask */
  async #hold(): Promise<number> {
    const room = this.#pace.batchSize - this.#held.length;
    if (room > 0 && !this.#drained) {
      const claimed = await this.queue.claim(room);
      this.#drained = claimed.length < room;
      this.#held.push(...claimed);
    }
    return this.#held.length;
  }

  /** A refresh is not done before the cities are that another process is just asking for. */
  async #othersAreAtIt(): Promise<boolean> {
    if (!this.queue.isRefresh || (await this.queue.count()) === 0) return false;
    await nap(LOOK_AGAIN, this.run.signal);
    this.#drained = false;
    return true;
  }

  /** Starts the calls that are permitted, or does what the governor says instead. */
  async #ask(): Promise<void> {
    const { governor } = this.deps;
    const verdict = await governor.ask(Math.min(this.#held.length, this.#pace.batchSize));
    if (verdict.kind !== 'GRANTED') return this.#heed(verdict);
    if (!isFresh(verdict) || this.#isOver()) return governor.refund(verdict, verdict.calls);
    const places = this.#held.splice(0, verdict.calls);
    const call = this.#call(verdict, places)
      .catch((error: unknown) => {
        this.#errors.push(error);
        this.#held.push(...places);
      })
      .finally(() => this.#calling.delete(call));
    this.#calling.add(call);
  }

  async #heed(verdict: Exclude<Verdict, Permit>): Promise<void> {
    const { governor } = this.deps;
    if (verdict.kind === 'EXHAUSTED') {
      this.#halted ??= await pauseForQuota(governor, verdict.resetsAt);
    } else if (verdict.kind === 'PAUSED') {
      this.#halted ??= `${governor.source} is paused for ${Math.ceil(verdict.wait / SECOND)} s: ${sentence(verdict.reason)}`;
    } else {
      // Cities are not held while waiting: whoever has a permit first may ask for them.
      await this.queue.free(this.#held.splice(0));
      this.#drained = false;
      await nap(verdict.wait, this.run.signal);
    }
  }

  /** Sees a batch through: asked, landed, and what is to be asked again put back. */
  async #call(permit: Permit, places: ClaimedPlace[]): Promise<void> {
    const { governor, source } = this.deps;
    const result = await callBatch(source, places);
    this.run.count({ calls: places.length, payloads: result.answers.length });
    const again = this.#pace.judge(result, permit.probe);
    if (result.trouble) {
      // Said at once, so that no other batch begins meanwhile.
      this.#halted = sentence(result.trouble.detail);
      this.#halted = await pauseFor(governor, result.trouble, this.run.logger);
    } else {
      await governor.recover(permit);
    }
    await this.#land(result);
    this.#progress.add(result);
    if (again.size > 0 && !this.#isOver()) await nap(backOff(Math.max(...again.values())), this.run.signal);
    this.#held.push(...again.keys());
  }

  async #land({ answers, outcomes }: BatchResult): Promise<void> {
    const details = { source: this.deps.source.name, kind: 'CURRENT', units: 'METRIC' } as const;
    const items = answers.map((item) => ({ ...item, ...details }));
    await transaction(this.deps.pool, async (client) => {
      await this.run.fence(client);
      await savePayloads(client, this.run.row.id, items);
      await this.queue.settle(client, outcomes);
    });
  }
}
