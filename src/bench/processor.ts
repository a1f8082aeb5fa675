import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

/** How Linux counts processor time in /proc: in hundredths of a second. */
const TICKS = 100;

interface Times {
  parent: number;
  seconds: number;
}

/**
 * Reads what processor time a server has taken, together with all processes of the database. Linux only: elsewhere it is
 * always NaN.
 */
export async function processorClock(database: string): Promise<(pid: number) => Promise<number>> {
  const postmaster = await postmasterOf(database);
  // A process that ends takes its time along: what each has taken since the look before is added up.
  const known = new Map<number, number>();
  let total = 0;
  return async (pid) => {
    const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
    const all = await Promise.all(
      pids.map(async (name) => ({ pid: Number(name), ...(await timesOf(name)) })),
    );
    const ours = all.filter((one) => one.pid === pid || one.parent === postmaster);
    for (const one of ours) {
      total += one.seconds - (known.get(one.pid) ?? 0);
      known.set(one.pid, one.seconds);
    }
    return ours.length === 0 ? NaN : total;
  };
}

async function timesOf(pid: string): Promise<Times> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name, in parentheses, may hold spaces.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  return { parent: fields[1] ?? 0, seconds: ((fields[11] ?? 0) + (fields[12] ?? 0)) / TICKS };
}

/** The process whose children answer: the parent of the one that answers us. */
async function postmasterOf(database: string): Promise<number> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return (await timesOf(String(rows[0]?.pid))).parent;
  } finally {
    await client.end();
  }
}
