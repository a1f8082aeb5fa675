import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { requestRun, type Job } from '../database/run-requests.js';
import { MINUTE } from '../domain/time.js';
import { createLogger } from '../logger.js';
import { startDemoUpstream, type DemoUpstream } from '../sources/demo/server.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { Doors } from './doors.js';
import { until } from './patience.js';
import { Program } from './program.js';
import type { Stage } from './stages.js';
import * as warehouse from './warehouse.js';

/** The simulated world moves on with each round, a model step and a bit. */
const ROUND = 11 * MINUTE;
const MODEL_STEP = 10 * MINUTE;
/** Milliseconds in which most of a round without kills is done. */
const LONGEST_ROUND = 300;

/** Milliseconds between two kills of a storm at most: 200 take ten minutes. */
const LONGEST_CALM = 6_000;

/** What one kill came to. */
export interface Kill {
  stage: string;
  job: Job;
  /** Seconds until another process owned the dead one's run; null when the run had ended already. */
  takeover: number | null;
  /** Seconds until all was fetched, loaded and summarised. */
  recovery: number;
}

/** A killed program: the runs it owned, and when it died. */
interface Death {
  owned: warehouse.RunRow[];
  at: number;
}

/** Replicas of the program on one database, asked for work round by round and killed in the middle of it. */
export class KillSeries {
  readonly kills: Kill[] = [];
  readonly #programs: Program[] = [];
  /** What all programs said, the killed ones too. */
  readonly logs: Program[] = [];
  #now = Date.now() - 60 * 24 * 60 * MINUTE;

  private constructor(
    readonly database: TestDatabase,
    readonly pool: pg.Pool,
    private readonly main: string,
    private readonly doors: Doors,
    private readonly upstream: DemoUpstream,
  ) {}

  static async open(main: string, replicas: number): Promise<KillSeries> {
    const database = await testDatabase();
    const pool = await warehouse.smallWarehouse(database.url);
    const doors = new Doors(database.url);
    await doors.install();
    const upstream = await startDemoUpstream({
      logger: createLogger('silent'),
      now: () => new Date(series.#now),
    });
    const series: KillSeries = new KillSeries(database, pool, main, doors, upstream);
    for (let i = 0; i < replicas; i += 1) await series.#start().ready();
    await series.#settled();
    return series;
  }

  /** Calls that the upstream took, answered or not. */
  get calls(): number {
    return this.upstream.log.entries.length;
  }

  /** Programs that ended although nobody killed them. */
  get fallen(): string[] {
    return this.#programs.filter((program) => !program.isRunning).map((program) => program.log);
  }

  /** Asks for the weather, kills who gets it at the stage, and waits until it is there all the same. */
  async round(stage: Stage): Promise<void> {
    this.#now += ROUND;
    const job = stage.jobs.includes('REFRESH') && this.kills.length % 2 === 1 ? 'REFRESH' : 'FETCH';
    await this.#arm(stage);
    const run = await this.#request(job);
    const death = await this.#killAt(stage, run);
    const takeover = await this.#takenOver(death);
    await this.#settled();
    const { at } = death;
    const recovery = (performance.now() - at) / 1000;
    this.kills.push({ stage: stage.name, job, takeover, recovery });
    // The next round is not for a process that is just starting.
    await this.#allReady();
    await this.#allObserved(stage.name);
  }

  /**
   * Kills one program after the other at moments that nothing chose, while work is asked for all the time and those
   * killed before are still starting; then waits until everything is there.
   */
  async storm(kills: number): Promise<void> {
    for (let kill = 0; kill < kills; kill += 1) {
      this.#now += ROUND;
      await this.#request(kill % 2 === 1 ? 'REFRESH' : 'FETCH');
      await sleep(Math.random() * LONGEST_CALM);
      const [victim] = this.#programs.splice(Math.floor(Math.random() * this.#programs.length), 1);
      await victim?.kill();
      this.#start();
    }
    await this.#allReady();
    await this.#request('FETCH');
    await this.#settled();
    await this.#allObserved('in a storm');
  }

  /** Stops all programs. @returns how they ended */
  async stop(): Promise<{ code: number | null; seconds: number }[]> {
    await this.#allReady();
    return Promise.all(this.#programs.map((program) => program.stop()));
  }

  async end(): Promise<void> {
    await Promise.all(this.#programs.map((program) => program.kill()));
    await this.doors.end();
    await this.upstream.stop();
    await this.pool.end();
    await this.database.drop();
  }

  get #instant(): Date {
    return new Date(Math.floor(this.#now / MODEL_STEP) * MODEL_STEP);
  }

  #request(job: 'FETCH' | 'REFRESH'): Promise<string> {
    const parameters = job === 'FETCH' ? { evenIfNotDue: true } : {};
    return requestRun(this.pool, { job, trigger: 'CLI', requestedBy: 'chaos', parameters });
  }

  async #allObserved(after: string): Promise<void> {
    const observed = await warehouse.citiesObservedAt(this.pool, this.#instant);
    if (observed !== warehouse.CITY_COUNT) {
      throw new Error(`${observed} cities have the weather of a round after a kill ${after}`);
    }
  }

  async #arm({ at }: Stage): Promise<void> {
    if (typeof at === 'number') await this.doors.close(at);
    if (at === 'CALL') this.upstream.setFaults([{ fault: { kind: 'HANG' }, times: 1 }]);
  }

  async #killAt(stage: Stage, run: string): Promise<Death> {
    const calls = this.calls;
    const { at: moment } = stage;
    if (typeof moment === 'number') await this.doors.someone(moment);
    else if (moment === 'CALL') await until('a call', () => this.calls > calls);
    else await sleep(Math.random() * LONGEST_ROUND);
    const pid = (await warehouse.ownerPid(this.pool, stage.jobs)) ?? this.#programs[0]?.pid;
    const index = this.#programs.findIndex((program) => program.pid === pid);
    const victim = this.#programs[index];
    if (!victim) throw new Error(`Nobody works on run ${run} ${stage.name}`);
    const owned = await warehouse.runsOf(this.pool, victim.pid);
    await victim.kill();
    const at = performance.now();
    this.upstream.setFaults([]);
    if (typeof moment === 'number') await this.doors.open(moment);
    this.#programs.splice(index, 1);
    this.#start();
    return { owned, at };
  }

  /** Waits until every run of the dead has a new owner or has ended. */
  async #takenOver({ owned, at }: Death): Promise<number | null> {
    for (const { id, attempt } of owned) {
      await until(`a new owner of run ${id}`, async () => {
        const row = await warehouse.runRow(this.pool, id);
        return row.attempt > attempt || row.status !== 'RUNNING';
      });
    }
    return owned.length === 0 ? null : (performance.now() - at) / 1000;
  }

  async #allReady(): Promise<void> {
    await Promise.all(this.#programs.map((program) => program.ready()));
  }

  #start(): Program {
    const { main, database, upstream } = this;
    const settings = { TRACK: warehouse.TRACK };
    const program = new Program({ main, databaseUrl: database.url, upstreamUrl: upstream.url, settings });
    this.#programs.push(program);
    this.logs.push(program);
    return program;
  }

  async #settled(): Promise<void> {
    try {
      await until('nothing left to do', () => warehouse.isSettled(this.pool));
    } catch (error) {
      const said = this.#programs.map(({ log }) => log.slice(-2_000)).join('\n');
      throw new Error(`Left to do: ${await warehouse.leftToDo(this.pool)}\n${said}`, { cause: error });
    }
  }
}
