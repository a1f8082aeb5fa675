import { setImmediate } from 'node:timers';
import { Reader } from '../../database/reader.js';
import type { Queryable } from '../../database/sql.js';

type Id = string | number;

/** A lookup by keys. What it answers for a key depends on nothing but the key and the lookup's name. */
export interface Lookup<Key, Value> {
  name: string;
  /** What tells keys apart. */
  idOf: (key: Key) => Id;
  /** Reads what there is of some keys, in one statement; answers by their ids. */
  read: (db: Queryable, keys: readonly Key[]) => Promise<ReadonlyMap<Id, Value>>;
  /** Rows that a key may bring. */
  rowsOfKey: number;
}

/** How a request looks up together with others. */
export type Gather = <Key, Value>(
  lookup: Lookup<Key, Value>,
  keys: readonly Key[],
) => Promise<ReadonlyMap<Id, Value>>;

/** Rows that are looked up together at most: some milliseconds of the database's. */
const MOST_ROWS = 2_000;

/**
 * Looks up in one statement what the requests of the same moment want to know: a statement for each would cost more than
 * what it finds. Nobody gets what was read before he asked: who comes when a statement has begun is in the next one.
 */
export class Gatherer {
  readonly #open = new Map<string, Gathering<unknown, unknown>>();

  /** @param readFor where somebody reads, whose statements are cancelled when he leaves */
  constructor(private readonly readFor: (reader: Reader) => Queryable) {}

  /**
   * Looks up some keys together with those of others.
   * @param reader who waits for these; once all have left, the statement is cancelled. Absent for who never leaves.
   */
  look<Key, Value>(
    lookup: Lookup<Key, Value>,
    keys: readonly Key[],
    reader?: Reader,
  ): Promise<ReadonlyMap<Id, Value>> {
    const known = this.#open.get(lookup.name) as Gathering<Key, Value> | undefined;
    const gathering = known ?? this.#gather(lookup);
    for (const key of keys) gathering.keys.set(lookup.idOf(key), key);
    if (gathering.keys.size * lookup.rowsOfKey >= MOST_ROWS) gathering.begin();
    return gathering.attend(reader);
  }

  #gather<Key, Value>(lookup: Lookup<Key, Value>): Gathering<Key, Value> {
    const gathering = new Gathering<Key, Value>((keys, all) => {
      this.#open.delete(lookup.name);
      return lookup.read(this.readFor(all), keys);
    });
    this.#open.set(lookup.name, gathering);
    // Once every request that is here by now has been looked at.
    setImmediate(gathering.begin);
    return gathering;
  }
}

/** A statement of several requests. */
class Gathering<Key, Value> {
  readonly keys = new Map<Id, Key>();
  begin: () => void = () => undefined;
  readonly #found: Promise<ReadonlyMap<Id, Value>>;
  /** All who wait, as one. */
  readonly #all = new Reader();
  #waiting = 0;

  constructor(read: (keys: Key[], all: Reader) => Promise<ReadonlyMap<Id, Value>>) {
    const begun = new Promise<void>((resolve) => (this.begin = resolve));
    this.#found = begun.then(() => read([...this.keys.values()], this.#all));
  }

  async attend(reader: Reader | undefined): Promise<ReadonlyMap<Id, Value>> {
    this.#waiting += 1;
    const callOff = reader?.whenLeft(() => {
      this.#waiting -= 1;
      const reason = reader.reason();
      if (this.#waiting === 0 && reason) this.#all.leave(reason);
    });
    try {
      return await this.#found;
    } finally {
      callOff?.();
    }
  }
}
