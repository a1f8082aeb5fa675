/**
 * Runs the Dockerfile's own steps outside a container: each stage's COPY and npm lines in a folder of its own,
 * then the image's command against a PostgreSQL beside it, until it is ready. Usage: npm run container-steps
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded } from '../database/embedded/index.js';
import { createLogger } from '../logger.js';

const PORT = 4198;
/** Seconds until the program must be ready. */
const PATIENCE_S = 60;

interface Stage {
  name: string;
  lines: string[];
}

/** The stages of a Dockerfile, each with its instructions on one line each. */
function stagesOf(dockerfile: string): Stage[] {
  const lines = dockerfile.replace(/\\\n/g, ' ').split('\n');
  const stages: Stage[] = [];
  for (const line of lines) {
    const from = /^FROM \S+(?: AS (\S+))?/.exec(line);
    if (from) stages.push({ name: from[1] ?? 'image', lines: [] });
    else if (/^[A-Z]+ /.test(line)) stages.at(-1)?.lines.push(line);
  }
  return stages;
}

/** Does what can be done without a container: copies and npm; users and system folders are the container's. */
async function follow(line: string, folder: string, root: string): Promise<void> {
  const [instruction, ...words] = line.split(/\s+/);
  if (instruction === 'COPY') await copy(words, folder, root);
  if (instruction === 'RUN' && words[0] === 'npm') execute(words, folder);
}

async function copy(words: string[], folder: string, root: string): Promise<void> {
  const from = /^--from=(.+)$/.exec(words[0] ?? '')?.[1];
  const names = from ? words.slice(1) : words;
  const target = path.resolve(folder, names.at(-1) ?? '.');
  for (const name of names.slice(0, -1)) {
    const source = from ? path.join(root, from, name.replace(/^\/app\//, '')) : name;
    const into = names.length > 2 || target === folder ? path.join(target, path.basename(name)) : target;
    await cp(source, into, { recursive: true, verbatimSymlinks: true });
  }
}

function execute([command = '', ...parameters]: string[], folder: string): void {
  process.stdout.write(`  ${command} ${parameters.join(' ')}\n`);
  const { status } = spawnSync(command, parameters, { cwd: folder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} ended with code ${String(status)}`);
}

async function untilReady(ended: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_S * 1000;
  while (Date.now() < deadline) {
    if (ended()) throw new Error('The program ended instead of becoming ready');
    const answer = await fetch(`http://127.0.0.1:${PORT}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(250);
  }
  throw new Error(`The program was not ready within ${PATIENCE_S} s`);
}

/** What Docker runs to see whether a container is well. */
function checkHealth(image: Image, env: NodeJS.ProcessEnv): void {
  const [program = '', ...parameters] = image.healthcheck;
  const { status } = spawnSync(program, parameters, { cwd: image.folder, env, stdio: ['ignore', 2, 2] });
  if (status !== 0)
    throw new Error(`The health check of a program that is ready ended with ${String(status)}`);
  process.stdout.write('The image’s health check says that it is well\n');
}

interface Image {
  folder: string;
  command: string[];
  healthcheck: string[];
}

/** The words of the last instruction that has a list of them: CMD itself, or the CMD of HEALTHCHECK. */
function wordsOf(stage: Stage | undefined, instruction: string): string[] {
  const line = stage?.lines.findLast((one) => one.startsWith(`${instruction} `)) ?? '';
  const list = /CMD (\[.*\])$/.exec(line.trim())?.[1];
  if (list === undefined) throw new Error(`The Dockerfile's last stage has no ${instruction} in brackets`);
  return JSON.parse(list) as string[];
}

/** Starts the image's command as compose does: with a PostgreSQL beside it. */
async function startImage(image: Image, root: string): Promise<void> {
  const database = await startEmbedded({
    dataDir: path.join(root, 'database'),
    logger: createLogger('warn'),
    durable: false,
  });
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    DATABASE_URL: database.connectionString,
    DATA_DIR: path.join(root, 'data'),
    PORT: String(PORT),
  };
  const [program = '', ...parameters] = image.command;
  const child = spawn(program, parameters, { cwd: image.folder, env, stdio: 'inherit' });
  try {
    await untilReady(() => child.exitCode !== null);
    process.stdout.write('The image’s command is ready\n');
    checkHealth(image, env);
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    await database.stop();
  }
  if (child.exitCode !== 0) throw new Error(`SIGTERM ended the program with code ${String(child.exitCode)}`);
}

const root = await mkdtemp(path.join(tmpdir(), 'weather-container-'));
try {
  const stages = stagesOf(await readFile('Dockerfile', 'utf8'));
  for (const { name, lines } of stages) {
    process.stdout.write(`Stage ${name}\n`);
    for (const line of lines) await follow(line, path.join(root, name), root);
  }
  const [image, folder] = [stages.at(-1), path.join(root, 'image')];
  const [command, healthcheck] = [wordsOf(image, 'CMD'), wordsOf(image, 'HEALTHCHECK')];
  await startImage({ folder, command, healthcheck }, root);
} finally {
  await rm(root, { recursive: true, force: true });
}
