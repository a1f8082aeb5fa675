import type { Pool } from 'pg';
import type { Logger } from '../../logger.js';
import { ArgumentError, badUserInput } from '../errors.js';
import { LoaderCache } from '../loaders/loader-cache.js';
import type { RunNode } from '../nodes.js';
import { fetchRuns } from '../runs/runs.js';
import { Batches } from './batches.js';
import type { RunEvent } from './event.js';
import { EventQueue } from './event-queue.js';

type Queue = EventQueue<RunEvent>;

/** Hands what is new of runs to whoever subscribed to them, until they have finished. */
export class RunFeed {
  readonly #byRun = new Map<string, Set<Queue>>();
  readonly #batches: Batches<string>;

  constructor(
    private readonly db: Pick<Pool, 'query'>,
    logger: Logger,
  ) {
    this.#batches = new Batches((ids) => this.#deliver(ids), logger);
  }

  /**
   * Begins with the run as it stands.
   * @throws GraphQLError BAD_USER_INPUT when there is no such run
   */
  async subscribe(id: string, onSlow: () => void): Promise<Queue> {
    const queue: Queue = new EventQueue<RunEvent>(onSlow, () => this.#leave(id, queue));
    // Listening comes before reading, so that no change falls between them.
    this.#byRun.set(id, (this.#byRun.get(id) ?? new Set()).add(queue));
    try {
      const run = (await fetchRuns(this.db, [id])).get(id);
      if (!run) throw badUserInput(new ArgumentError('id', id, 'the id of a run that exists'));
      tell([queue], run, new LoaderCache());
      return queue;
    } catch (error) {
      queue.end();
      throw error;
    }
  }

  /** Subscribers now. */
  get size(): number {
    return [...this.#byRun.values()].reduce((sum, queues) => sum + queues.size, 0);
  }

  /** A notification; an empty one means that some may have been missed. */
  readonly hear = (payload: string): void => {
    const ids = payload === '' ? [...this.#byRun.keys()] : [payload];
    this.#batches.add(ids.filter((id) => this.#byRun.has(id)).map((id) => [id, id]));
  };

  stop(): void {
    this.#batches.stop();
    for (const queues of this.#byRun.values()) for (const queue of queues) queue.end();
  }

  async #deliver(ids: readonly string[]): Promise<void> {
    const loaders = new LoaderCache();
    for (const [id, run] of await fetchRuns(this.db, ids)) {
      tell([...(this.#byRun.get(id) ?? [])], run, loaders);
    }
  }

  #leave(id: string, queue: Queue): void {
    const those = this.#byRun.get(id);
    those?.delete(queue);
    if (those?.size === 0) this.#byRun.delete(id);
  }
}

function tell(queues: readonly Queue[], run: RunNode, loaders: LoaderCache): void {
  for (const queue of queues) {
    queue.push({ runProgress: run, loaders });
    if (typeof run.finishedAt === 'number') queue.end();
  }
}
