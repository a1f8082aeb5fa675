import type { Pool } from 'pg';
import { adminKey } from '../config/admin-key.js';
import type { Config } from '../config/load.js';
import { API_LIMITS, JOB_LIMITS, openPool, prismaOn } from '../database/pool.js';
import { createApi } from '../graphql/server.js';
import { createHttpServer, type HttpServer } from '../http/server.js';
import { messageOf } from '../errors.js';
import type { Logger } from '../logger.js';
import { banner } from './banner.js';
import { openDatabase, untilReachable, type Database } from './database.js';
import { requestDemoHistory } from './demo-history.js';
import { startPipeline, type Pipeline } from './pipeline.js';
import { prepareWarehouse } from './prepare.js';
import { quotaPeriods } from './quota-periods.js';

interface Pools {
  read: Pool;
  write: Pool;
  jobs: Pool;
}

/** The whole program: database, answers, jobs. Started in that order and stopped in the opposite one. */
export class Program {
  readonly #stopping = new AbortController();
  #database: Database | undefined;
  #pools: Pools | undefined;
  #http: HttpServer | undefined;
  #pipeline: Pipeline | undefined;
  #ready = false;
  #stopped: Promise<void> | undefined;

  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
    /** Called when the program cannot go on by itself: its embedded database died. */
    private readonly onFailure: (reason: string) => void,
  ) {}

  /** Returns once it answers and works. @returns the banner */
  async start(): Promise<string> {
    const { config, logger } = this;
    const database = (this.#database = await openDatabase(config, logger));
    database.onExit(this.onFailure);
    const pools = (this.#pools = openPools(config, database.url, logger));
    const key = await adminKey(config.ADMIN_KEY, config.dataDir);
    this.#http = this.#serve(pools, key.key);
    const url = await this.#http.listen();
    logger.info({ url }, 'Listening; not ready before the database is');
    await untilReachable(database.url, logger, this.#stopping.signal);
    await prepareWarehouse(pools.jobs, database.url, config, logger);
    if (config.demo) await requestDemoHistory(pools.jobs, new Date());
    if (config.ROLE !== 'api') this.#pipeline = await startPipeline(pools.jobs, database.url, config, logger);
    this.#ready = true;
    const cities = await prismaOn(pools.jobs).trackedCity.count();
    return banner(config, { url, database: database.description, adminKeyFile: key.file, cities });
  }

  /** Readiness first, then answers and jobs, connections, and the embedded database last. At any moment, once. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopInOrder();
    return this.#stopped;
  }

  get isStopping(): boolean {
    return this.#stopped !== undefined;
  }

  async #stopInOrder(): Promise<void> {
    this.#ready = false;
    this.#stopping.abort(new Error('The program is stopping'));
    // Side by side: either may take ten seconds, and both together have less than two times that.
    await Promise.all([
      this.#settle('answers', this.#http?.close()),
      this.#settle('jobs', this.#pipeline?.stop()),
    ]);
    const { read, write, jobs } = this.#pools ?? {};
    await this.#settle('connections', Promise.all([read?.end(), write?.end(), jobs?.end()]));
    await this.#settle('database', this.#database?.stop());
  }

  #serve(pools: Pools, adminKeyValue: string): HttpServer {
    const { config, logger } = this;
    const { HOST: host, PORT: port } = config;
    const isReady = (): Promise<boolean> => this.#isReady();
    if (config.ROLE === 'worker') return createHttpServer({ host, port, logger, isReady });
    const api = createApi({
      readPool: pools.read,
      writePool: pools.write,
      config,
      keys: { admin: adminKeyValue, read: config.READ_KEYS },
      logger,
      nextRuns: () => this.#pipeline?.nextRuns() ?? [],
      quotas: () => quotaPeriods(config, new Date()),
    });
    return createHttpServer({ api, host, port, logger, isReady });
  }

  async #isReady(): Promise<boolean> {
    if (!this.#ready || !this.#pools) return false;
    await this.#pools.read.query('SELECT 1');
    return true;
  }

  /** One part that cannot stop must not keep the others running. */
  async #settle(part: string, stopped: Promise<unknown> | undefined): Promise<void> {
    try {
      await stopped;
    } catch (error) {
      this.logger.warn({ reason: messageOf(error) }, `The ${part} did not stop in order`);
    }
  }
}

function openPools(config: Config, url: string, logger: Logger): Pools {
  return {
    read: openPool(config.DATABASE_READ_URL ?? url, API_LIMITS, logger),
    write: openPool(url, { ...API_LIMITS, max: 4 }, logger),
    jobs: openPool(url, JOB_LIMITS, logger),
  };
}
