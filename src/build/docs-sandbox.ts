import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const NODE = `"${process.execPath}" --import "${TSX}"`;

/**
 * `npm` as the docs use it, without a build: `npm run cli -- …` is the command line, and `npm start` the program, which goes
 * on beside what follows, as it would in another terminal.
 */
const NPM = `#!/bin/sh
if [ "$1" = start ]; then
  : > started.log
  ${NODE} "${here('../main.ts')}" > started.log 2>&1 &
  echo $! > started.pid
  until grep -q 'GraphQL  *http' started.log; do
    kill -0 "$(cat started.pid)" || { cat started.log >&2; exit 1; }
    sleep 0.2
  done
  exit 0
fi
while [ "$1" != -- ]; do shift; done
shift
exec ${NODE} "${here('../cli.ts')}" "$@"
`;

export interface Said {
  code: number;
  stdout: string;
  stderr: string;
}

/** A folder where commands of the docs are typed, with ports that are free. */
export class Sandbox {
  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly metricsPort: number,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async open(settings: Readonly<Record<string, string>>): Promise<Sandbox> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'weather-docs-'));
    await mkdir(path.join(folder, 'bin'));
    await writeFile(path.join(folder, 'bin', 'npm'), NPM);
    await chmod(path.join(folder, 'bin', 'npm'), 0o755);
    await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
    return new Sandbox(folder, await freePort(), await freePort(), settings);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Text of the docs with the ports of this folder. */
  here(text: string): string {
    return text
      .replaceAll('127.0.0.1:4000', `127.0.0.1:${this.port}`)
      .replaceAll('127.0.0.1:9464', `127.0.0.1:${this.metricsPort}`)
      .replaceAll('METRICS_PORT=9464', `METRICS_PORT=${this.metricsPort}`);
  }

  /** Types a command. */
  async type(command: string, further: Readonly<Record<string, string>> = {}): Promise<Said> {
    const env = {
      ...{ PATH: `${this.folder}/bin:${process.env.PATH ?? ''}`, HOME: process.env.HOME },
      ...{ PORT: String(this.port), LOG_LEVEL: 'warn', ...this.settings, ...further },
    };
    return this.run('sh', ['-ec', this.here(command)], env);
  }

  run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Said> {
    return new Promise((resolve) => {
      const options = { cwd: this.folder, env, timeout: 150_000, maxBuffer: 64_000_000 };
      execFile(program, [...args], options, (error, stdout, stderr) =>
        resolve({ code: error ? (typeof error.code === 'number' ? error.code : -1) : 0, stdout, stderr }),
      );
    });
  }

  /** Ends what `npm start` started, as Ctrl-C would; nothing when it does not run. */
  async stopProgram(): Promise<void> {
    const pid = Number(await readFile(path.join(this.folder, 'started.pid'), 'utf8').catch(() => '0'));
    if (pid === 0) return;
    await rm(path.join(this.folder, 'started.pid'));
    process.kill(pid, 'SIGTERM');
    while (lives(pid)) await sleep(100);
  }

  async close(): Promise<void> {
    await this.stopProgram();
    await rm(this.folder, { recursive: true, force: true });
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
