import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { loadConfig } from '../config/load.js';
import { blocksOf, commandsOf, NOT_RUN, PAGES } from './docs-blocks.js';
import { Sandbox, type Said } from './docs-sandbox.js';

/*
 * Every shell command of README and docs, typed as it stands, page by page, in one folder: on the program that the pages say
 * to start, with its own data. What cannot run here is in NOT_RUN, with the reason.
 */

const PATIENCE = 300_000;
const blocks = (await Promise.all(PAGES.map(blocksOf))).flat();
const find = (file: string, language: string): string[] =>
  blocks.filter((block) => block.file === file && block.language === language).map(({ text }) => text);
const typed = blocks
  .filter(({ language }) => language === 'sh')
  .map((block) => ({
    file: block.file,
    commands: commandsOf(block).filter((line) => !NOT_RUN.some(({ command }) => command.test(line))),
  }))
  .filter(({ commands }) => commands.length > 0)
  .map((block) => ({ ...block, first: block.commands[0] ?? '' }));
/** They begin with a program of their own, or with none. */
const starts = ({ commands }: { commands: readonly string[] }): boolean =>
  commands.some((line) => /npm start$|^mv data /.test(line));

let hooks: Server;
const posted: Record<string, unknown>[] = [];
let box: Sandbox;

beforeAll(async () => {
  hooks = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      posted.push(JSON.parse(body) as Record<string, unknown>);
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => hooks.once('listening', resolve));
  const { port } = hooks.address() as AddressInfo;
  box = await Sandbox.open({
    ...{ ALERT_WEBHOOK_URL: `http://127.0.0.1:${port}/`, FETCH_INTERVAL_MINUTES: '1', FORECASTS: 'on' },
  });
  const [operations = ''] = find('docs/security.md', 'json');
  await writeFile(path.join(box.folder, 'operations.json'), operations);
  const reply = await readFile('src/sources/openweathermap/testcases/kelvin/response.json', 'utf8');
  // Whatever the clock says, it was observed an hour ago.
  const observed = { ...(JSON.parse(reply) as object), dt: Math.floor(Date.now() / 1_000) - 3_600 };
  await writeFile(path.join(box.folder, 'replies.jsonl'), `${JSON.stringify(observed)}\n`);
  await start();
  await untilFilled();
}, 2 * PATIENCE);
afterAll(async () => {
  await box.close();
  await new Promise((resolve) => hooks.close(resolve));
}, PATIENCE);

async function start(): Promise<void> {
  expect(await box.type('npm start')).toMatchObject({ code: 0 });
}

const ask = async (query: string, variables: object = {}): Promise<{ data?: unknown; errors?: unknown }> => {
  const key = (await readFile(path.join(box.folder, 'data/demo/admin-key'), 'utf8')).trim();
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const body = JSON.stringify({ query, variables });
  const response = await fetch(`${box.url}/graphql`, { method: 'POST', headers, body });
  return (await response.json()) as { data?: unknown; errors?: unknown };
};

const count = async (): Promise<number> => {
  const { data } = await ask('{ warehouse { observations } }');
  return (data as { warehouse: { observations: number } }).warehouse.observations;
};

async function untilFilled(): Promise<void> {
  for (;;) {
    const { data } = await ask(
      '{ runs(filter: { job: BACKFILL, status: SUCCEEDED }, first: 1) { nodes { id } } }',
    );
    if ((data as { runs: { nodes: unknown[] } }).runs.nodes.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** A line that waits for what comes ends by itself here; src/http/live/guide.test.ts has something come. */
const bounded = (line: string): string =>
  line.startsWith('curl -N') ? `${line} --fail --max-time 10 | head -n 3` : line;

function right({ code, stdout, stderr }: Said, command: string): void {
  expect(code, `${command}\n${stdout}\n${stderr}`).toBe(0);
  expect(stdout, command).not.toContain('"errors"');
}

async function typeAll(commands: readonly string[]): Promise<Said[]> {
  const said: Said[] = [];
  for (const command of commands) {
    // Of one page after another, a file of the same name may be there.
    const gone = /cli -- backup (\S+)/.exec(command)?.[1];
    if (gone) await rm(path.join(box.folder, gone), { force: true });
    // Typed again after a failure, the user may be there.
    const user = /sql-user create (\S+)/.exec(command)?.[1];
    if (user !== undefined) await box.type(`npm run cli -- sql-user drop ${user} || true`);
    const one = await box.type(bounded(command));
    right(one, command);
    said.push(one);
  }
  return said;
}

describe('on the running program', () => {
  test('doctor has nothing to complain of after a first start', { timeout: PATIENCE }, async () => {
    const said = await box.type('npm run cli -- doctor --json');
    right(said, 'doctor');
    const { findings } = JSON.parse(said.stdout) as { findings: { level: string; says: string }[] };
    expect(findings.length).toBeGreaterThan(8);
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
  });

  const here = typed.filter((block) => !starts(block) && !block.first.startsWith('mkdir -p secrets'));
  test.each(here)('$file: $first', { timeout: PATIENCE }, async ({ commands }) => {
    await typeAll(commands);
  });

  test('a test message has what docs/monitoring.md shows of one', () => {
    const [shown = '{}'] = find('docs/monitoring.md', 'json');
    const keys = Object.keys(JSON.parse(shown) as object).sort();
    expect(posted.map((message) => Object.keys(message).sort())).toContainEqual(keys);
  });

  test.each(find('docs/querying.md', 'graphql').filter((query) => !query.startsWith('subscription')))(
    'docs/querying.md: %.60s',
    { timeout: PATIENCE },
    async (query) => {
      parse(query);
      const [from, to] = [new Date(Date.now() - 7 * 86_400_000).toISOString(), new Date().toISOString()];
      const variables = { ids: ['5128581'], range: { from, to } };
      const answer = await ask(query, variables);
      expect(answer.errors).toBeUndefined();
      expect(answer.data).toBeTruthy();
    },
  );

  test.each(['py', 'r'])('docs/exports.md: the address that %s reads answers', async (language) => {
    const [text = ''] = find('docs/exports.md', language);
    const [address = ''] = /http:\/\/[^"]+/.exec(box.here(text)) ?? [];
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  test(
    'docs/operating.md: the line for cron backs up, and keeps the last 14',
    { timeout: PATIENCE },
    async () => {
      const [line = ''] = find('docs/operating.md', 'crontab');
      const [, command = ''] = /^(?:\S+ ){4}\S+ +(.*)$/m.exec(line) ?? [];
      await mkdir(path.join(box.folder, 'backups'));
      for (let day = 10; day < 30; day += 1) {
        const file = path.join(box.folder, 'backups', `2020-01-${day}.sql.gz`);
        await writeFile(file, '');
        await utimes(file, day, day);
      }
      const here = command.replaceAll('\\%', '%').replace('/srv/weather', box.folder);
      right(await box.type(here), here);
      const kept = (await readdir(path.join(box.folder, 'backups'))).sort();
      expect(kept).toHaveLength(14);
      expect(kept.at(-1)).not.toMatch(/^2020/);
      expect(kept[0]).toBe('2020-01-17.sql.gz');
    },
  );
});

describe('with the program started anew', () => {
  test.each(typed.filter(starts))('$file: $first', { timeout: PATIENCE }, async ({ commands, first }) => {
    const before =
      (await box.type('cat started.pid 2>/dev/null || true')).stdout === '' ? null : await count();
    await box.stopProgram();
    if (first.startsWith('mv data ')) {
      await box.type('rm -f weather-2026-11-24.sql.gz');
      right(await box.type('npm run cli -- backup weather-2026-11-24.sql.gz'), 'backup');
    }
    await typeAll(commands);
    if (first.startsWith('mv data ')) expect(await count()).toBeGreaterThanOrEqual(before ?? 0);
    await box.stopProgram();
    await start();
  });

  test(
    'a copy of DATA_DIR, made while the program was stopped, is a backup',
    { timeout: PATIENCE },
    async () => {
      const before = await count();
      await box.stopProgram();
      right(await box.type('cp -a data copied && rm -rf data && mv copied data'), 'cp');
      await start();
      expect(await count()).toBeGreaterThanOrEqual(before);
    },
  );
});

describe('secrets', () => {
  test(
    'docs/operating.md: the files for compose are made, and are good settings',
    { timeout: PATIENCE },
    async () => {
      const block = typed.find(({ first }) => first === 'mkdir -p secrets');
      const key = '0123456789abcdef0123456789abcdef';
      right(await box.type((block?.commands ?? []).join('\n'), { OPENWEATHERMAP_API_KEY: key }), 'secrets');
      const file = (name: string): string => path.join(box.folder, 'secrets', name);
      const config = loadConfig({
        ...{ DATABASE_URL_FILE: file('database_url'), ADMIN_KEY_FILE: file('admin_key') },
        OPENWEATHERMAP_API_KEY_FILE: file('openweathermap_api_key'),
      });
      const password = (await readFile(file('database_password'), 'utf8')).trim();
      expect(config.DATABASE_URL).toBe(`postgresql://weather:${password}@database:5432/weather`);
      expect(config.OPENWEATHERMAP_API_KEY).toBe(key);
      expect(config.ADMIN_KEY?.length).toBeGreaterThanOrEqual(32);
    },
  );

  test('docs/operating.md: the agent’s template renders the very file that the program is told to read', async () => {
    const [template = ''] = find('docs/operating.md', 'hcl');
    const value = (name: string): string =>
      JSON.parse(
        new RegExp(`^ *${name} *= ("(?:[^"\\\\]|\\\\.)*")$`, 'm').exec(template)?.[1] ?? '""',
      ) as string;
    const contents = /^\{\{ with secret "kv\/data\/\w+" \}\}\{\{ \.Data\.data\.(\w+) \}\}\{\{ end \}\}$/.exec(
      value('contents'),
    );
    expect(contents?.[1]).toBe('openweathermap_api_key');
    expect(value('perms')).toMatch(/^0[0-7]{3}$/);
    const page = await readFile('docs/operating.md', 'utf8');
    expect(page).toContain(`\`OPENWEATHERMAP_API_KEY_FILE=${value('destination')}\``);
  });

  test('docs/getting-started.md: a role and a database of one’s own, as SQL', async () => {
    // The tests' own server may have what is called weather.
    const [shown = ''] = find('docs/getting-started.md', 'sql');
    const statements = shown.replaceAll(/\bweather\b/g, 'docs_weather');
    const server = new pg.Client({ connectionString: inject('serverUrl') });
    await server.connect();
    try {
      for (const statement of statements.split(';').filter((text) => text.trim() !== ''))
        await server.query(statement);
      const { rows } = await server.query(
        "SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = 'docs_weather'",
      );
      expect(rows).toEqual([{ owner: 'docs_weather' }]);
    } finally {
      await server.query('DROP DATABASE IF EXISTS docs_weather');
      await server.query('DROP ROLE IF EXISTS docs_weather');
      await server.end();
    }
  });
});
