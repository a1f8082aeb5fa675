import { execFile } from 'node:child_process';
import { chmod, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { startEmbedded, type EmbeddedDatabase } from '../database/embedded/index.js';
import { lookAt } from '../database/embedded/processes.js';
import { processesOf, query, quiet, serverPid, temporaryDirectory } from '../testing/embedded.js';
import { Relay } from './relay.js';

/** A PostgreSQL that a test may kill, freeze and start again. Its clients come through a relay, so its URL stays. */
export class OwnServer {
  #database: EmbeddedDatabase | undefined;
  #url = '';

  private constructor(
    private readonly directory: string,
    private readonly relay: Relay,
    /** Of a standby. */
    private readonly settings: Record<string, string> = {},
  ) {}

  /** Makes the server and stops it again: it is absent until `start`. */
  static async prepare(): Promise<OwnServer> {
    const server = new OwnServer(await temporaryDirectory(), await Relay.reserve());
    await server.start();
    await server.stop();
    return server;
  }

  /**
   * A standby of this server, which must not be running now: a copy that will replay its log. It is absent until `start`.
   * @param settings that it has beside those
   */
  async standby(settings: Record<string, string>): Promise<OwnServer> {
    const directory = await temporaryDirectory();
    await promisify(execFile)('cp', ['-a', `${this.directory}/.`, directory]);
    await chmod(directory, 0o755);
    await writeFile(path.join(directory, 'postgres', 'standby.signal'), '');
    const { hostname, port, username, password } = new URL(this.#url);
    const primary_conninfo = `host=${hostname} port=${port} user=${username} password=${password}`;
    return new OwnServer(directory, await Relay.reserve(), { primary_conninfo, ...settings });
  }

  /** Where clients find it, whether it runs or not. */
  get url(): string {
    return this.#url;
  }

  /** The secret in its URL. */
  get password(): string {
    return new URL(this.#url).password;
  }

  async start(): Promise<void> {
    // What was acknowledged must survive a kill, though not a power cut.
    const settings = { synchronous_commit: 'on', deadlock_timeout: '2s', ...this.settings };
    this.#database = await startEmbedded({
      dataDir: this.directory,
      logger: quiet,
      durable: false,
      settings,
    });
    const url = new URL(this.#database.connectionString);
    await this.relay.leadTo(Number(url.port));
    url.port = String(this.relay.port);
    this.#url = url.href;
  }

  async stop(): Promise<void> {
    await this.relay.cut();
    await this.#database?.stop();
  }

  /** Kills it and all its sessions at once, as a power cut of the program would. */
  async kill(): Promise<void> {
    for (const pid of [await serverPid(this.directory), ...(await processesOf(this.directory))])
      end(pid, 'SIGKILL');
    await this.stop();
  }

  /** Stops its processes where they are: connections stay open, and nobody answers. Its watchdog stays awake. */
  async freeze(): Promise<void> {
    for (const pid of await processesOf(this.directory)) {
      const command = (await lookAt(pid))?.command ?? '';
      if (!command.startsWith('/bin/sh')) end(pid, 'SIGSTOP');
    }
  }

  async thaw(): Promise<void> {
    for (const pid of await processesOf(this.directory)) end(pid, 'SIGCONT');
  }

  /** Ends every session but the one that does it. @returns how many */
  async terminateSessions(): Promise<number> {
    const rows = await this.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    return rows.length;
  }

  query(sql: string): Promise<Record<string, unknown>[]> {
    return query(this.#url, sql);
  }

  async remove(): Promise<void> {
    await this.thaw();
    await this.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
