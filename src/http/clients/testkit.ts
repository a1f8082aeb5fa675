import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { addObservation, addPlaces } from '../../graphql/testing/fixtures.js';
import { testServer, type TestServer } from '../testing.js';

const GUIDE = await readFile('docs/clients.md', 'utf8');
const RUN = promisify(execFile);

/** What the guide shows under a mark, `run: curl` or `file: codegen.ts`, with the address of a server of the test's. */
export function shown(mark: string, server: Pick<TestServer, 'url'>): string {
  const after = GUIDE.split(`<!-- ${mark} -->`)[1];
  const text = after && /^\s+```\w+\n([\s\S]*?)```/.exec(after)?.[1];
  if (!text) throw new Error(`docs/clients.md shows nothing as "${mark}"`);
  return text.replaceAll('127.0.0.1:4000', new URL(server.url).host);
}

/** The marks of a kind that the guide has. */
export function marks(kind: 'run' | 'file'): string[] {
  return [...GUIDE.matchAll(/<!-- (\w+): (\S+) -->/g)].flatMap(([, is, name = '']) =>
    is === kind ? name : [],
  );
}

/** Runs a program to its end and answers what it printed; an error has all it said. */
export async function printed(program: string, parameters: readonly string[], cwd?: string): Promise<string> {
  try {
    return (await RUN(program, parameters, { cwd, timeout: 120_000 })).stdout.trim();
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${program} failed: ${stdout}${stderr}`, { cause: error });
  }
}

/** A server with three cities, and with five observations of two of them on a day in May. */
export async function serverWithWeather(): Promise<TestServer> {
  const server = await testServer();
  const sql = async (text: string, values?: unknown[]): Promise<void> => {
    await server.pool.query(text, values);
  };
  await addPlaces({ sql }, 'newYork', 'chicago', 'munich');
  for (const [hour, celsius] of [10, 11.5, 13].entries()) {
    await addObservation({ sql }, 'newYork', `2026-05-01T1${hour}:00:00Z`, { air_temperature_c: celsius });
  }
  await addObservation({ sql }, 'chicago', '2026-05-01T10:00:00Z', { air_temperature_c: -4 });
  await addObservation({ sql }, 'chicago', '2026-05-01T11:00:00Z', { air_temperature_c: null });
  return server;
}
