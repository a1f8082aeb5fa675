import type { Pool } from 'pg';
import { run as runStatement, sqlFile } from '../../database/sql.js';
import { transaction } from '../../database/transaction.js';
import type { Place } from '../../domain/observation.js';
import { savePayloads } from '../../landing/save-payloads.js';
import { currentPlan } from '../../sources/governor/priced-plan.js';
import type { Governor } from '../../sources/governor/governor.js';
import { isFresh } from '../../sources/governor/verdict.js';
import type { CallOutcome, WeatherForecasts } from '../../sources/source.js';
import type { ActiveRun } from '../active-run.js';
import { pauseFor } from '../fetch/trouble.js';
import { nap } from '../nap.js';
import { sentence, withReasons } from '../sentences.js';
import type { JobResult } from '../worker.js';

const DUE = sqlFile(import.meta.url, 'due-forecasts.sql');
const SETTLE = sqlFile(import.meta.url, 'settle-forecast.sql');

/** Calls without an answer in a row that make it the source's failure and not the cities'. */
const SOURCE_IS_DOWN = 3;
/** Minutes until a city that the source refused is asked for again, and one that it did not answer for. */
const AFTER_REFUSAL = 24 * 60;
const AFTER_SILENCE = 15;

export interface ForecastDependencies {
  pool: Pool;
  forecasts: WeatherForecasts;
  governor: Governor;
  /** Minutes between two forecasts of a city, before any stretching to fit the quota. */
  intervalMinutes: number;
}

/**
 * Asks for the forecast of every followed city that is due, one after the other, and lands each answer. There is one
 * such run at a time, so that cities need no claims: an owner that takes over asks for what is still due.
 */
export async function fetchForecasts(deps: ForecastDependencies, run: ActiveRun): Promise<JobResult> {
  const { pool, governor } = deps;
  const { stretch } = await currentPlan(pool, governor.source, governor.limits, new Date());
  const due = await runStatement<Place & Record<string, number>>(pool, DUE, [governor.source, new Date()]);
  return new Round({ ...deps, intervalMinutes: Math.ceil(deps.intervalMinutes * stretch) }, run).go(due.rows);
}

/** The calls of one run. */
class Round {
  readonly #failures: string[] = [];
  #answered = 0;
  #silent = 0;
  /** Why no more calls are made, as a sentence. */
  #halted: string | null = null;

  constructor(
    private readonly deps: ForecastDependencies,
    private readonly run: ActiveRun,
  ) {}

  async go(places: readonly Place[]): Promise<JobResult> {
    for (const [index, place] of places.entries()) {
      this.run.progress(index, places.length);
      this.run.signal.throwIfAborted();
      if (await this.#mayCall()) await this.#call(place);
      if (this.#halted !== null) break;
    }
    if (this.#halted === null) this.run.progress(places.length, places.length);
    if (this.#halted === null && this.#failures.length === 0) return { status: 'SUCCEEDED' };
    const some = `${this.#failures.length} of ${places.length} cities gave no forecast.`;
    return {
      status: this.#answered > 0 ? 'PARTIAL' : 'FAILED',
      error: this.#halted ?? withReasons(some, this.#failures),
    };
  }

  /** Waits for room in the minute; a pause or a used-up quota ends the run instead, and the next one asks again. */
  async #mayCall(): Promise<boolean> {
    const { governor } = this.deps;
    for (;;) {
      this.run.signal.throwIfAborted();
      const verdict = await governor.ask(1);
      if (verdict.kind === 'GRANTED') {
        if (isFresh(verdict)) return true;
        await governor.refund(verdict, 1);
      } else if (verdict.kind === 'WAIT') {
        await nap(verdict.wait, this.run.signal);
      } else {
        const why = verdict.kind === 'PAUSED' ? verdict.reason : 'Its quota is used up';
        this.#halted = `${governor.source} is not asked: ${sentence(why)}`;
        return false;
      }
    }
  }

  async #call(place: Place): Promise<void> {
    const { governor, forecasts } = this.deps;
    const outcome = await forecasts.forecast(place, this.run.signal);
    await this.#land(place, outcome);
    if (outcome.kind === 'ANSWERED') this.#answered += 1;
    else this.#failures.push(outcome.detail);
    this.#silent = outcome.kind === 'UNAVAILABLE' ? this.#silent + 1 : 0;
    if (outcome.kind === 'ANSWERED' || outcome.kind === 'REFUSED') return;
    if (outcome.kind === 'UNAVAILABLE' && this.#silent < SOURCE_IS_DOWN) return;
    this.#halted = await pauseFor(governor, outcome, this.run.logger);
  }

  async #land({ cityId }: Place, { kind, answer }: CallOutcome): Promise<void> {
    this.run.count({ calls: 1, payloads: answer ? 1 : 0 });
    const minutes = this.#minutesAfter(kind);
    const details = { source: this.deps.forecasts.name, kind: 'FORECAST', units: 'METRIC' } as const;
    await transaction(this.deps.pool, async (client) => {
      await this.run.fence(client);
      if (answer) await savePayloads(client, this.run.row.id, [{ cityId, answer, ...details }]);
      if (minutes !== null) await runStatement(client, SETTLE, [cityId, minutes]);
    });
  }

  /** Null where it is not the city that failed: it stays due. */
  #minutesAfter(kind: CallOutcome['kind']): number | null {
    if (kind === 'ANSWERED') return this.deps.intervalMinutes;
    if (kind === 'REFUSED') return AFTER_REFUSAL;
    return kind === 'UNAVAILABLE' ? AFTER_SILENCE : null;
  }
}
