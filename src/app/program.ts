import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { adminKey } from '../config/admin-key.js';
import type { Config } from '../config/load.js';
import { durabilityRisk, readDurability } from '../database/durability.js';
import { closePools, prismaOn } from '../database/pool.js';
import type { ReplicaWatch } from '../database/replica.js';
import { SECOND } from '../domain/time.js';
import type { ListedOperations } from '../graphql/persisted/listed-operations.js';
import { listedOperations } from '../graphql/persisted/read-operations.js';
import { createApi } from '../graphql/server.js';
import { StoredKeys } from '../graphql/stored-keys.js';
import { createHttpServer, type HttpServer } from '../http/server.js';
import { messageOf } from '../errors.js';
import type { Logger } from '../logger.js';
import { banner } from './banner.js';
import { httpLimits } from './http-limits.js';
import { openDatabase, untilReachable, type Database } from './database.js';
import { requestDemoHistory, watchDemoHistory } from './demo-history.js';
import { IDLE, startMonitoring, type LiveFigures, type Monitoring } from './monitoring.js';
import { pricing } from './pricing.js';
import { startPipeline, type Pipeline } from './pipeline.js';
import { openPools, type Pools } from './pools.js';
import { prepareWarehouse } from './prepare.js';
import { quotaPeriods } from './quota-periods.js';
import { isReady } from './readiness.js';
import { untilReplicaFollows, watchReplica } from './replica.js';

/** Milliseconds that a stop gives a start to come to its next step. */
const LONGEST_STEP = 8 * SECOND;
/** Milliseconds that a stop gives statements which nobody waits for any more. */
const LONGEST_CLOSE = 2 * SECOND;

/** The whole program: database, answers, jobs. Started in that order and stopped in the opposite one. */
export class Program {
  readonly #stopping = new AbortController();
  #database: Database | undefined;
  #pools: Pools | undefined;
  #replica: ReplicaWatch | undefined;
  #monitoring: Monitoring | undefined;
  #keys: StoredKeys | undefined;
  #http: HttpServer | undefined;
  #pipeline: Pipeline | undefined;
  #endWatch: (() => Promise<void>) | undefined;
  #listed: ListedOperations | undefined;
  #figures: LiveFigures = IDLE;
  #ready = false;
  #started: Promise<string> | undefined;
  #stopped: Promise<void> | undefined;

  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
    /** Called when the program cannot go on by itself: its embedded database died. */
    private readonly onFailure: (reason: string) => void,
  ) {}

  /** Returns once it answers and works. @returns the banner @throws what stopped it, when it is stopped meanwhile */
  start(): Promise<string> {
    this.#started ??= this.#startInOrder();
    return this.#started;
  }

  /** Readiness first, then answers and jobs, connections, and the embedded database last. At any moment, once. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopInOrder();
    return this.#stopped;
  }

  get isStopping(): boolean {
    return this.#stopped !== undefined;
  }

  async #startInOrder(): Promise<string> {
    const { config, logger } = this;
    const { signal } = this.#stopping;
    this.#listed = await listedOperations(config);
    const monitoring = (this.#monitoring = await startMonitoring(config, logger));
    const database = (this.#database = await openDatabase(config, logger));
    database.onExit(this.onFailure);
    signal.throwIfAborted();
    const pools = (this.#pools = openPools(config, database.url, logger));
    monitoring.observe(pools);
    this.#replica = watchReplica(config, pools, logger);
    const key = await adminKey(config.ADMIN_KEY, config.dataDir);
    this.#keys = new StoredKeys(pools.write, logger);
    this.#http = this.#serve(pools, database.url, key.key, monitoring);
    const metricsUrl = await monitoring.serve(pools.read, this.#figures);
    if (metricsUrl !== undefined) logger.info({ url: metricsUrl }, 'Metrics are served');
    const url = await this.#http.listen();
    logger.info({ url }, 'Listening; not ready before the database is');
    await untilReachable(database.url, logger, signal);
    await prepareWarehouse(pools.jobs, database.url, config, logger);
    await warnOfRisk(pools.jobs, logger);
    if (config.ROLE !== 'worker') await this.#keys.start(database.url);
    signal.throwIfAborted();
    const historyDays = config.demo ? await requestDemoHistory(pools.jobs, new Date()) : 0;
    if (config.ROLE !== 'api')
      this.#pipeline = await startPipeline(pools.jobs, database.url, config, logger, monitoring);
    if (config.demo && config.ROLE !== 'api') this.#endWatch = watchDemoHistory(pools.jobs, logger);
    await untilReplicaFollows(config, pools, logger, signal);
    this.#replica?.start();
    signal.throwIfAborted();
    this.#ready = true;
    const cities = await prismaOn(pools.jobs).trackedCity.count();
    return banner(config, {
      ...{ url, cities, historyDays, database: database.description, adminKeyFile: key.file },
      nextRuns: this.#pipeline?.nextRuns() ?? [],
    });
  }

  async #stopInOrder(): Promise<void> {
    const wasReady = this.#ready;
    this.#ready = false;
    this.#stopping.abort(new Error('The program is stopping'));
    // A start is let come to its next step: what it was just opening would be closed by nobody.
    await Promise.race([
      this.#started?.catch(() => undefined),
      sleep(LONGEST_STEP, undefined, { ref: false }),
    ]);
    // Side by side: either may take ten seconds, and both together have less than two times that.
    await Promise.all([
      this.#settle('answers', this.#drain(wasReady)),
      this.#settle('jobs', this.#pipeline?.stop()),
      this.#settle('first fill', this.#endWatch?.()),
      this.#settle('keys', this.#keys?.stop()),
    ]);
    this.#replica?.stop();
    await this.#settle('monitoring', this.#monitoring?.stop());
    await this.#settle('connections', closePools(Object.values(this.#pools ?? {}), LONGEST_CLOSE));
    await this.#settle('database', this.#database?.stop());
  }

  /** Goes on answering until whoever sends requests has seen that we are not ready. */
  async #drain(wasReady: boolean): Promise<void> {
    if (wasReady) await sleep(this.config.DRAIN_SECONDS * SECOND);
    await this.#http?.close();
  }

  #serve(pools: Pools, databaseUrl: string, adminKeyValue: string, { requests }: Monitoring): HttpServer {
    const { config, logger } = this;
    const { HOST: host, PORT: port } = config;
    const ready = (): Promise<boolean> => this.#isReady();
    if (config.ROLE === 'worker')
      return createHttpServer({ host, port, logger, isReady: ready, monitor: requests });
    const replica = this.#replica;
    const api = createApi({
      readPool: pools.read,
      writePool: pools.write,
      administratorsPool: replica && pools.write,
      databaseUrl,
      config,
      keys: {
        admin: adminKeyValue,
        read: config.READ_KEYS,
        readingNeedsKey: config.readingNeedsKey,
        stored: this.#keys,
      },
      logger,
      nextRuns: () => this.#pipeline?.nextRuns() ?? [],
      pricing: pricing(config),
      listed: this.#listed,
      aroundExecution: (name, work) => requests.execution(name, work),
      quotas: () => quotaPeriods(config, new Date()),
      answerCacheBytes: config.ANSWER_CACHE_MB === 0 ? undefined : config.ANSWER_CACHE_MB * 2 ** 20,
    });
    const { limits, live } = httpLimits(config);
    const http = createHttpServer({
      api,
      exportPool: pools.exports,
      host,
      port,
      logger,
      isReady: ready,
      facts: replica && (() => ({ replicaLagSeconds: secondsOf(replica.lag) })),
      limits,
      live,
      monitor: requests,
    });
    this.#figures = {
      liveConnections: () => http.liveConnections(),
      subscriptions: () => api.subscriptions(),
      cacheBytes: () => api.answers?.bytes ?? 0,
      exportsRunning: () => pools.exports.totalCount - pools.exports.idleCount,
      replicaLag: replica && (() => replica.lag),
    };
    return http;
  }

  #isReady(): Promise<boolean> {
    return this.#ready && this.#pools ? isReady(this.config, this.#pools) : Promise.resolve(false);
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

/** Once, at the start: what this server may lose of what it acknowledged. */
async function warnOfRisk(pool: Pool, logger: Logger): Promise<void> {
  const risk = durabilityRisk(await readDurability(pool));
  if (risk !== null) logger.warn(`The database has ${risk.says}`);
}

/** Null for what is not known. */
function secondsOf(milliseconds: number): number | null {
  return Number.isNaN(milliseconds) ? null : Math.round(milliseconds / 100) / 10;
}
