import type { Pool } from 'pg';
import { run, sqlFile, type Queryable } from '../../database/sql.js';
import type { Place } from '../../domain/observation.js';
import type { SourceName } from '../../domain/source.js';
import { MINUTE, SECOND } from '../../domain/time.js';

const CLAIM = sqlFile(import.meta.url, 'claim-due-cities.sql');
const COUNT = sqlFile(import.meta.url, 'count-due-cities.sql');
const SETTLE = sqlFile(import.meta.url, 'settle-cities.sql');

/**
 * Three tries of ten seconds and the naps between them are over by then: cities are not held while a permit is
 * waited for. A dead process's cities are asked for by another after this, or once its run has another owner.
 */
const CLAIM_LENGTH = 2 * MINUTE;

/** Which cities a fetch asks for. */
export interface FetchScope {
  source: SourceName;
  /** Only these; all tracked ones when null. */
  cityIds: number[] | null;
  /** Null: those that are due. Else those not fetched since, due or not: a refresh. */
  fetchedBefore: Date | null;
}

/** Whose claims they are; see ClaimedRun. */
export interface ClaimHolder {
  id: string;
  attempt: number;
}

/** A city that only this process asks for, until its claim ends. */
export interface ClaimedPlace extends Place {
  claimedUntil: Date;
}

export type CityOutcome = 'ANSWERED' | 'REFUSED' | 'UNAVAILABLE' | 'UNUSED';

/** How much longer than its own the interval of each city is, and until when; see QuotaPlan. */
export interface Stretch {
  stretch: number;
  resetsAt: Date | null;
}

interface ClaimedRow {
  city_id: number;
  latitude: number;
  longitude: number;
  claimed_until: Date;
}

/** The cities of one fetch: fixed when it begins, so that it comes to an end however many fall due meanwhile. */
export class CityQueue {
  /** Cities that this fetch is done with although they are still in its scope. */
  readonly #givenUp = new Set<number>();

  private constructor(
    private readonly pool: Pool,
    private readonly scope: FetchScope,
    private readonly before: Date,
    private readonly stretch: Stretch,
    private readonly holder: ClaimHolder,
  ) {}

  static async open(
    pool: Pool,
    scope: FetchScope,
    stretch: Stretch,
    holder: ClaimHolder,
  ): Promise<CityQueue> {
    const { rows } = await pool.query<{ at: Date }>('SELECT now() AS at');
    const before = scope.fetchedBefore ?? rows[0]?.at ?? new Date();
    return new CityQueue(pool, scope, before, stretch, holder);
  }

  /** Whether somebody asked for these cities, due or not. */
  get isRefresh(): boolean {
    return this.scope.fetchedBefore !== null;
  }

  async count(): Promise<number> {
    const { source, cityIds } = this.scope;
    const values = [source, cityIds, this.before, !this.isRefresh, [...this.#givenUp]];
    const { rows } = await run<{ cities: number }>(this.pool, COUNT, values);
    return rows[0]?.cities ?? 0;
  }

  /** Takes the most overdue cities for this process, in that order. */
  async claim(limit: number): Promise<ClaimedPlace[]> {
    const { source, cityIds } = this.scope;
    const { rows } = await run<ClaimedRow>(this.pool, CLAIM, [
      source,
      limit,
      CLAIM_LENGTH / SECOND,
      cityIds,
      this.before,
      !this.isRefresh,
      [...this.#givenUp],
      this.holder.id,
      this.holder.attempt,
    ]);
    return rows.map(({ city_id: cityId, claimed_until: claimedUntil, ...place }) => {
      return { cityId, claimedUntil, ...place };
    });
  }

  /** Writes down how calls ended and when each city is due again. */
  async settle(db: Queryable, outcomes: ReadonlyMap<ClaimedPlace, CityOutcome>): Promise<void> {
    if (outcomes.size === 0) return;
    const places = [...outcomes.keys()];
    await run(db, SETTLE, [
      places.map(({ cityId }) => cityId),
      [...outcomes.values()],
      places.map(({ claimedUntil }) => claimedUntil),
      this.stretch.stretch,
      this.stretch.resetsAt,
    ]);
    for (const [{ cityId }, outcome] of outcomes) if (outcome === 'UNAVAILABLE') this.#givenUp.add(cityId);
  }

  /** Lets others ask for cities that were claimed and not asked for. */
  free(places: readonly ClaimedPlace[]): Promise<void> {
    return this.settle(this.pool, new Map(places.map((place) => [place, 'UNUSED'])));
  }
}
