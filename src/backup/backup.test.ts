import { readFile, stat, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { appliedMigrations, knownMigrations } from '../database/migrate.js';
import { transformStale } from '../transform/transform-stale.js';
import { refuseUnfit, restoreBackup } from './restore.js';
import { AWKWARD, fill, folder, logger, picture, place, quiet, type Place } from './testkit.js';
import { writeBackup } from './write.js';

const ALL = await knownMigrations();
let warehouse: Place;
let files: Awaited<ReturnType<typeof folder>>;
let whole: string;
const opened: Place[] = [];

beforeAll(async () => {
  files = await folder();
  warehouse = await place(ALL);
  await fill(warehouse.pool);
  await transformStale(warehouse.pool, { windows: [5, 24], fence: () => Promise.resolve() });
  whole = files.file('whole.sql.gz');
  await writeBackup(warehouse.pool, whole, quiet);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));
afterAll(async () => {
  await warehouse.close();
  await files.remove();
});

async function empty(migrations?: readonly string[]): Promise<Place> {
  const one = await place(migrations);
  opened.push(one);
  return one;
}

async function restore({ pool, url }: Place, file: string, demo = false): Promise<void> {
  const contents = await refuseUnfit(file, { ...quiet, demo });
  await restoreBackup(pool, file, contents, { ...quiet, logger, url, demo });
}

/** What a refused restore left: nothing. */
async function untouched({ pool }: Place): Promise<void> {
  const { rows } = await pool.query(`SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace`);
  expect(rows).toEqual([]);
}

describe('a backup', () => {
  test('brings everything back: every row of every table, summaries and sequences', async () => {
    const other = await empty();
    await restore(other, whole);
    const found = await picture(other.pool);
    expect(found).toEqual(await picture(warehouse.pool));
    for (const table of ['cities', 'payloads', 'observations', 'hourly_summaries', 'moving_averages'])
      expect(found[table]).not.toMatchObject({ count: '0' });
    const { rows } = await other.pool.query(`SELECT name FROM cities LIMIT 1`);
    expect(rows).toEqual([{ name: AWKWARD }]);
    // Ids go on where they were.
    const { rows: next } = await other.pool.query(`SELECT nextval('payloads_id_seq') AS id`);
    expect(next).toEqual([{ id: '4' }]);
  });

  test('is of one moment, whatever is written meanwhile', async () => {
    const other = await empty(ALL);
    await fill(other.pool, 30_000);
    for (const id of [1, 2]) await writeBoth(other.pool, id, 0);
    let writing = true;
    const writers = [1, 2].map(async (id) => {
      for (let n = 1; writing; n += 1) await writeBoth(other.pool, id, n);
    });
    const file = files.file('moment.sql.gz');
    await writeBackup(other.pool, file, quiet);
    writing = false;
    await Promise.all(writers);
    const restored = await empty();
    await restore(restored, file);
    const [now, then] = [await written(other.pool), await written(restored.pool)];
    expect(then).toHaveLength(2);
    for (const [at, { value, name }] of then.entries()) {
      expect(name).toBe(`written ${value}`);
      expect(now[at]?.value).toBeGreaterThan(value);
    }
    const { rows: behind } = await restored.pool.query(
      `SELECT FROM stale_hours WHERE id > (SELECT last_value FROM stale_hours_id_seq)`,
    );
    expect(behind).toEqual([]);
  });

  test('is not written over another, and is for its owner only', async () => {
    const before = await readFile(whole);
    await expect(writeBackup(warehouse.pool, whole, quiet)).rejects.toThrow(/exists/);
    expect(await readFile(whole)).toEqual(before);
    expect((await stat(whole)).mode & 0o077).toBe(0);
  });

  test('that is interrupted leaves no file', async () => {
    const file = files.file('interrupted.sql.gz');
    const interrupt = new AbortController();
    const options = { signal: interrupt.signal, onProgress: () => interrupt.abort() };
    await expect(writeBackup(warehouse.pool, file, options)).rejects.toThrow(/abort/i);
    for (const name of [file, `${file}.part`]) await expect(stat(name)).rejects.toThrow(/ENOENT/);
  });

  test('needs a warehouse', async () => {
    const other = await empty();
    await expect(writeBackup(other.pool, files.file('none'), quiet)).rejects.toThrow(/no warehouse/);
  });
});

describe('a restore', () => {
  test('refuses a file that was cut anywhere, and changes nothing', async () => {
    const [other, bytes] = [await empty(), await readFile(whole)];
    const cut = files.file('cut');
    for (const length of [0, 1, 9, 100, bytes.length >> 1, bytes.length - 9, bytes.length - 1]) {
      await writeFile(cut, bytes.subarray(0, length));
      await expect(restore(other, cut), `${length}`).rejects.toThrow(/cannot be restored: .*Nothing was/);
    }
    await untouched(other);
  });

  test('refuses a file with one byte changed, also where gzip has not seen it', async () => {
    const [other, bytes] = [await empty(), gunzipSync(await readFile(whole))];
    const changed = files.file('changed');
    for (let at = 7; at < bytes.length; at += Math.floor(bytes.length / 40)) {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      await writeFile(changed, gzipSync(copy));
      await expect(restore(other, changed), `byte ${at}`).rejects.toThrow(/Nothing was changed|backup/);
    }
    await writeFile(changed, gzipSync(Buffer.concat([bytes, Buffer.from('DROP TABLE cities;\n')])));
    await expect(restore(other, changed)).rejects.toThrow(/Something follows its end/);
    await untouched(other);
  });

  test('undoes everything when the file changes under its hands', async () => {
    const other = await empty();
    const contents = await refuseUnfit(whole, { ...quiet, demo: false });
    const bytes = gunzipSync(await readFile(whole));
    const changed = files.file('changing');
    await writeFile(changed, gzipSync(Buffer.concat([bytes.subarray(0, -200), bytes.subarray(-199)])));
    const options = { ...quiet, logger, url: other.url, demo: false };
    await expect(restoreBackup(other.pool, changed, contents, options)).rejects.toThrow(
      /Nothing was changed/,
    );
    expect((await other.pool.query('SELECT FROM cities')).rowCount).toBe(0);
    await restore(other, whole);
    expect(await picture(other.pool)).toEqual(await picture(warehouse.pool));
  });

  test('refuses a database that is not empty, be it ours or not', async () => {
    const before = await picture(warehouse.pool);
    await expect(restore(warehouse, whole)).rejects.toThrow(/not empty .*Nothing was/);
    expect(await picture(warehouse.pool)).toEqual(before);
    const foreign = await empty();
    await foreign.pool.query('CREATE TABLE theirs (id int)');
    await expect(restore(foreign, whole)).rejects.toThrow(/not empty \(there is theirs\)/);
  });

  test('refuses a warehouse with rows of an older version, and leaves it so', async () => {
    const older = await empty(ALL.slice(0, 1));
    await older.pool.query(`INSERT INTO settings (key, value) VALUES ('demo', 'false')`);
    await expect(restore(older, whole)).rejects.toThrow(/not empty/);
    expect(await appliedMigrations(older.pool)).toEqual(ALL.slice(0, 1));
  });

  test('brings a backup of the first version to the newest', async () => {
    const first = await empty(ALL.slice(0, 1));
    await fill(first.pool);
    const file = files.file('first.sql.gz');
    await writeBackup(first.pool, file, quiet);
    const restored = await empty();
    await restore(restored, file);
    expect(await appliedMigrations(restored.pool)).toEqual(ALL);
    const count = async ({ pool }: Place) => (await pool.query('SELECT FROM observations')).rowCount;
    expect(await count(restored)).toBe(await count(first));
  });

  test('refuses a backup of a newer version, of other weather, and what is no backup', async () => {
    const [other, text] = [await empty(), gunzipSync(await readFile(whole)).toString()];
    const newer = files.file('newer');
    await writeFile(
      newer,
      gzipSync(text.replace(`"${ALL.at(-1)}"`, `"${ALL.at(-1)}","29991231000000_wings"`)),
    );
    await expect(restore(other, newer)).rejects.toThrow(/newer version .*29991231000000_wings/);
    await expect(restore(other, whole, true)).rejects.toThrow(/holds real weather/);
    const letter = files.file('letter');
    await writeFile(letter, 'Dear database,\n');
    await expect(restore(other, letter)).rejects.toThrow(/cannot be restored/);
    await expect(restore(other, files.file('absent'))).rejects.toThrow(/cannot be read/);
    await untouched(other);
  });
});

/** Two tables in one transaction: a snapshot has both or neither. */
async function writeBoth(pool: Pool, id: number, n: number): Promise<void> {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('UPDATE cities SET name = $2 WHERE id = $1', [id, `written ${n}`]);
  await client.query(`INSERT INTO stale_hours (city_id, hour) VALUES ($1, date_trunc('hour', now()))`, [id]);
  await client.query(
    `INSERT INTO settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [`writer ${id}`, n],
  );
  await client.query('COMMIT');
  client.release();
}

async function written(pool: Pool): Promise<{ value: number; name: string }[]> {
  const { rows } = await pool.query<{ value: number; name: string }>(
    `SELECT s.value, c.name FROM settings AS s JOIN cities AS c ON s.key = 'writer ' || c.id ORDER BY c.id`,
  );
  return rows;
}
