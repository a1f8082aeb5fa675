import { readFileSync } from 'node:fs';
import pg from 'pg';
import { until } from './patience.js';

const DOORS = readFileSync(new URL('doors.sql', import.meta.url), 'utf8');
/** As doors.sql has it. */
const DOOR_LOCK = 9_328_437;

const HELD = `
  SELECT FROM pg_locks
   WHERE locktype = 'advisory' AND classid = $1 AND objid = $2 AND NOT granted
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** The doors of doors.sql, and a connection that can hold them. */
export class Doors {
  readonly #client: pg.Client;

  constructor(url: string) {
    this.#client = new pg.Client({ connectionString: url });
    this.#client.on('error', () => undefined);
  }

  async install(): Promise<void> {
    await this.#client.connect();
    await this.#client.query(DOORS);
  }

  /** Holds whoever comes to a door from now on. */
  async close(door: number): Promise<void> {
    await this.#client.query('SELECT pg_advisory_lock($1, $2)', [DOOR_LOCK, door]);
  }

  async open(door: number): Promise<void> {
    await this.#client.query('SELECT pg_advisory_unlock($1, $2)', [DOOR_LOCK, door]);
  }

  /** Waits until somebody stands before it. */
  async someone(door: number): Promise<void> {
    await until(`somebody at door ${door}`, () => this.isSomeone(door));
  }

  async isSomeone(door: number): Promise<boolean> {
    const { rowCount } = await this.#client.query(HELD, [DOOR_LOCK, door]);
    return (rowCount ?? 0) > 0;
  }

  /** A statement on the connection that holds the doors. */
  query(text: string, values: unknown[] = []): Promise<pg.QueryResult<Record<string, unknown>>> {
    return this.#client.query<Record<string, unknown>>(text, values);
  }

  end(): Promise<void> {
    return this.#client.end();
  }
}
