import { run, sqlFile, type Queryable } from '../../database/sql.js';

const VERSION = sqlFile(import.meta.url, 'data-version.sql');

/**
 * Tells which state of the data the database shows: two equal versions mean that nothing has committed between them, and
 * a version never comes back. It is the database's own snapshot, so it moves with every commit, whoever writes, in the
 * very moment the commit can be seen; nothing has to be announced, so nothing can be missed.
 */
export class DataVersion {
  #running: Promise<string> | undefined;
  #next: Promise<string> | undefined;

  constructor(private readonly db: Queryable) {}

  /**
   * The version after the call: the statement that reads it begins later than every caller who shares it. Under load
   * one statement so serves all who came while the one before it ran.
   */
  current(): Promise<string> {
    if (this.#next) return this.#next;
    if (!this.#running) return this.#start();
    const after = this.#running.then(
      () => this.#start(),
      () => this.#start(),
    );
    this.#next = after;
    return after;
  }

  #start(): Promise<string> {
    this.#next = undefined;
    const running = this.#read().finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    this.#running = running;
    return running;
  }

  async #read(): Promise<string> {
    const { rows } = await run<{ version: string }>(this.db, VERSION);
    const version = rows[0]?.version;
    if (version === undefined) throw new Error('The database names no snapshot');
    return version;
  }
}
