import { run as runStatement, sqlFile } from '../../database/sql.js';
import { transaction } from '../../database/transaction.js';
import type { Place } from '../../domain/observation.js';
import { MINUTE } from '../../domain/time.js';
import { savePayloads } from '../../landing/save-payloads.js';
import { isFresh, type Permit } from '../../sources/governor/verdict.js';
import type { CallOutcome } from '../../sources/source.js';
import type { ActiveRun } from '../active-run.js';
import { pauseFor } from '../fetch/trouble.js';
import { backOff, nap } from '../nap.js';
import { withReasons } from '../sentences.js';
import type { JobResult } from '../worker.js';
import type { BackfillDependencies } from './backfill.js';
import { daysOf, type Chunk, type Chunks } from './chunks.js';

const LANDED = sqlFile(import.meta.url, 'landed.sql');
const ANSWERED = sqlFile(import.meta.url, 'answered.sql');

/** Times a chunk is asked for in a row before the next one is tried. */
const TRIES = 3;
/** Chunks in a row without an answer that make it the archive's failure and not theirs. */
const ARCHIVE_IS_DOWN = 3;

type Heard = { heard: true; failure: string | null } | { heard: false; outcome: Unavailable };
type Unavailable = Extract<CallOutcome, { kind: 'UNAVAILABLE' }>;

/** The calls of one backfill under its present owner, one after the other. */
export class Filling {
  /** Sentences about calls that gave no history. */
  readonly #failures: string[] = [];

  constructor(
    private readonly deps: BackfillDependencies,
    private readonly run: ActiveRun,
    private readonly chunks: Chunks,
    private readonly places: ReadonlyMap<number, Place>,
  ) {}

  async fill(): Promise<JobResult> {
    const { count } = this.chunks;
    this.run.progress(this.run.row.progressDone, count);
    let silent: Unavailable[] = [];
    for (let position = this.run.row.progressDone; position < count; position += 1) {
      const result = await this.#have(position);
      if (result.heard) {
        // The archive answers: those before failed for reasons of their own.
        this.#failures.push(
          ...silent.map(({ detail }) => detail),
          ...(result.failure ? [result.failure] : []),
        );
        silent = [];
      } else if (silent.push(result.outcome) === ARCHIVE_IS_DOWN) {
        await pauseFor(this.deps.governor, result.outcome, this.run.logger);
        // Not theirs to be given up for: once it answers, from the first of them on.
        position -= silent.length;
        silent = [];
      }
    }
    this.#failures.push(...silent.map(({ detail }) => detail));
    this.run.progress(count, count);
    return this.#result();
  }

  /** Asks for a chunk until something is known of it; a stop ends the asking. */
  async #have(position: number): Promise<Heard> {
    for (let tries = 1; ;) {
      const { outcome, probe } = await this.#call(position);
      switch (outcome.kind) {
        case 'ANSWERED':
          return { heard: true, failure: null };
        case 'REFUSED':
          return { heard: true, failure: outcome.detail };
        case 'UNAVAILABLE':
          this.run.signal.throwIfAborted();
          if (probe) await pauseFor(this.deps.governor, outcome, this.run.logger);
          if (probe || tries === TRIES) return { heard: false, outcome };
          await nap(backOff(tries), this.run.signal);
          tries += 1;
          break;
        default:
          // Waited out by the next permit; no fault of the chunk's, and no try of it.
          await pauseFor(this.deps.governor, outcome, this.run.logger);
      }
    }
  }

  async #call(position: number): Promise<{ outcome: CallOutcome; probe: boolean }> {
    const chunk = this.chunks.at(position);
    const place = chunk && this.places.get(chunk.cityId);
    if (!place) throw new RangeError(`A backfill of ${this.chunks.count} calls has no call ${position}`);
    const permit = await this.#permit(this.deps.weigh(daysOf(chunk.span)));
    // A long call is cut short by a stop: it is made again by whoever goes on.
    const outcome = await this.deps.archive.archive(place, chunk.span, this.run.signal);
    await this.#land(chunk, outcome, position);
    if (outcome.kind === 'ANSWERED' || outcome.kind === 'REFUSED') await this.deps.governor.recover(permit);
    return { outcome, probe: permit.probe };
  }

  /** Waits as long as it takes, however long a pause or a day's quota makes it. */
  async #permit(weight: number): Promise<Permit> {
    for (;;) {
      this.run.signal.throwIfAborted();
      const verdict = await this.deps.governor.ask(1, weight);
      if (verdict.kind === 'GRANTED') {
        if (isFresh(verdict)) return verdict;
        await this.deps.governor.refund(verdict, 1);
      } else {
        const wait = verdict.kind === 'EXHAUSTED' ? MINUTE : verdict.wait;
        // A limit may be raised, or a pause lifted, by somebody else meanwhile.
        await nap(Math.min(wait, MINUTE), this.run.signal);
      }
    }
  }

  /** Keeps the answer, and that its chunk is done where nothing is left to ask for. */
  async #land({ cityId }: Chunk, { kind, answer }: CallOutcome, position: number): Promise<void> {
    this.run.count({ calls: 1, payloads: answer ? 1 : 0 });
    if (!answer) return;
    const item = {
      cityId,
      source: this.deps.archive.name,
      kind: 'ARCHIVE',
      units: 'METRIC',
      answer,
    } as const;
    const { id, attempt } = this.run.row;
    const isDone = kind === 'ANSWERED' || kind === 'REFUSED';
    await transaction(this.deps.pool, async (client) => {
      await this.run.fence(client);
      await savePayloads(client, id, [item]);
      if (isDone) await runStatement(client, LANDED, [id, attempt, position + 1, this.chunks.count]);
    });
    if (isDone) this.run.progress(position + 1, this.chunks.count);
  }

  /** Counted in the database, as earlier owners of the run also had calls that came to nothing. */
  async #result(): Promise<JobResult> {
    const { rows } = await runStatement<{ calls: number }>(this.deps.pool, ANSWERED, [this.run.row.id]);
    const answered = rows[0]?.calls ?? 0;
    const missing = this.chunks.count - answered;
    if (missing <= 0) return { status: 'SUCCEEDED' };
    return {
      status: answered > 0 ? 'PARTIAL' : 'FAILED',
      error: withReasons(`${missing} of ${this.chunks.count} calls gave no history.`, this.#failures),
    };
  }
}
