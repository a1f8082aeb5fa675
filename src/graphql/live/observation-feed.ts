import type { Pool } from 'pg';
import { unpackKeys, type ObservationKey } from '../../database/live-channels.js';
import type { Logger } from '../../logger.js';
import { fetchCities } from '../cities/city.js';
import type { Units } from '../generated/resolvers.js';
import { distinct, fetchColumns, selectRows, type Columns } from '../lists/columns.js';
import { ItemBuilder } from '../lists/items.js';
import { OBSERVATION_FIELDS } from '../lists/observations.js';
import type { Projection } from '../lists/projection.js';
import { fill, sqlTemplate } from '../lists/template.js';
import { LoaderCache } from '../loaders/loader-cache.js';
import type { CityNode, ObservationNode } from '../nodes.js';
import { Batches } from './batches.js';
import type { ObservationEvent } from './event.js';
import { EventQueue } from './event-queue.js';

const BY_KEY = sqlTemplate(import.meta.url, 'observations-by-key.sql');
const LATEST = `SELECT city_id AS "cityId", extract(epoch FROM observed_at)::float8 AS "observedAt", source
                  FROM latest_observations WHERE city_id = ANY ($1::int[])`;
const CITY = { sql: 'city_id', type: 'NUMBER' } as const;

/** All there is of an observation: what each subscriber asks of it is picked later. */
const EVERYTHING: Projection = {
  fields: new Map(Object.entries(OBSERVATION_FIELDS).map(([name, field]) => [name, partsOf(field)])),
  cursors: false,
  key: 'everything',
};

function partsOf(entry: object): string[] {
  return 'read' in entry ? [] : Object.keys(entry);
}

interface Subscriber {
  units: Units;
  queue: EventQueue<ObservationEvent>;
}

/** Hands new observations to whoever subscribed to their cities: each is read once, for all of them together. */
export class ObservationFeed {
  readonly #byCity = new Map<number, Set<Subscriber>>();
  readonly #batches: Batches<ObservationKey>;
  readonly #builder = new ItemBuilder(OBSERVATION_FIELDS, EVERYTHING);

  #size = 0;

  constructor(
    private readonly db: Pick<Pool, 'query'>,
    logger: Logger,
  ) {
    this.#batches = new Batches((keys) => this.#deliver(keys), logger);
  }

  subscribe(cityIds: readonly number[], units: Units, onSlow: () => void): EventQueue<ObservationEvent> {
    const queue = new EventQueue<ObservationEvent>(onSlow, () => {
      for (const id of cityIds) this.#leave(id, subscriber);
      this.#size -= 1;
    });
    this.#size += 1;
    const subscriber = { units, queue };
    for (const id of cityIds) {
      const those = this.#byCity.get(id) ?? new Set();
      this.#byCity.set(id, those.add(subscriber));
    }
    return queue;
  }

  /** Subscribers now. */
  get size(): number {
    return this.#size;
  }

  /** A notification; an empty one means that some may have been missed: the newest of each city is read then. */
  readonly hear = (payload: string): void => {
    if (payload === '') return void this.#catchUp();
    this.#add(unpackKeys(payload));
  };

  stop(): void {
    this.#batches.stop();
    for (const subscribers of this.#byCity.values()) for (const { queue } of subscribers) queue.end();
  }

  #add(keys: readonly ObservationKey[]): void {
    const wanted = keys.filter(({ cityId }) => this.#byCity.has(cityId));
    this.#batches.add(wanted.map((key) => [`${key.cityId} ${key.observedAt} ${key.source}`, key]));
  }

  async #catchUp(): Promise<void> {
    const ids = [...this.#byCity.keys()];
    if (ids.length === 0) return;
    // Fails only when the connection is gone again; then there will be another time.
    const latest = await this.db.query<ObservationKey>(LATEST, [ids]).catch(() => ({ rows: [] }));
    this.#add(latest.rows);
  }

  async #deliver(keys: readonly ObservationKey[]): Promise<void> {
    const wanted = keys.filter(({ cityId }) => this.#byCity.has(cityId));
    if (wanted.length === 0) return;
    const [found, cities] = await Promise.all([
      this.#fetch(wanted),
      fetchCities(this.db, [...new Set(wanted.map(({ cityId }) => cityId))]),
    ]);
    const loaders = new LoaderCache();
    const nodes = new Map<Units, ObservationNode[]>();
    for (const [row, cityId] of found.numbers(CITY.sql).entries()) {
      for (const { units, queue } of this.#byCity.get(cityId ?? 0) ?? []) {
        const those = nodes.get(units) ?? this.#build(found, units, cities);
        nodes.set(units, those);
        const observationAdded = those[row];
        if (observationAdded) queue.push({ observationAdded, loaders });
      }
    }
  }

  #fetch(keys: readonly ObservationKey[]): Promise<Columns> {
    const columns = distinct([CITY, ...this.#builder.columns]);
    const statement = fill(BY_KEY, { columns: selectRows(columns) });
    const values = [
      keys.map(({ cityId }) => cityId),
      keys.map(({ observedAt }) => observedAt),
      keys.map(({ source }) => source),
    ];
    return fetchColumns(this.db, statement, columns, values);
  }

  #build(found: Columns, units: Units, cities: ReadonlyMap<number, CityNode>): ObservationNode[] {
    const ids = found.numbers(CITY.sql);
    return this.#builder
      .build(found, units)
      .map((item, row) => Object.assign(item, { city: cities.get(ids[row] ?? 0) }) as ObservationNode);
  }

  #leave(cityId: number, subscriber: Subscriber): void {
    const those = this.#byCity.get(cityId);
    those?.delete(subscriber);
    if (those?.size === 0) this.#byCity.delete(cityId);
  }
}
