import type { ActiveRun } from '../active-run.js';
import { withReasons } from '../sentences.js';
import type { JobResult } from '../worker.js';
import type { BatchResult } from './batch.js';

/** What a fetch has done so far, and what its run says in the end. */
export class Progress {
  #total = 0;
  #done = 0;
  #answered = 0;
  readonly #refusals: string[] = [];

  constructor(private readonly run: ActiveRun) {}

  begin(total: number): void {
    this.#total = total;
    this.#show();
  }

  add({ outcomes, refusals }: BatchResult): void {
    for (const outcome of outcomes.values()) {
      if (outcome === 'ANSWERED') this.#answered += 1;
      if (outcome !== 'UNUSED') this.#done += 1;
    }
    this.#refusals.push(...refusals);
    this.#show();
  }

  /** @param halted why the fetch ended before its cities did, as a sentence */
  result(halted: string | null): JobResult {
    if (halted === null && this.#refusals.length === 0) return { status: 'SUCCEEDED' };
    const status = this.#answered > 0 ? 'PARTIAL' : 'FAILED';
    return { status, error: halted ?? this.#quote() };
  }

  #quote(): string {
    const { length } = this.#refusals;
    return withReasons(`${length} ${length === 1 ? 'city' : 'cities'} gave no weather.`, this.#refusals);
  }

  /** On top of what an earlier owner of the run has done. */
  #show(): void {
    const before = this.run.row.progressDone;
    this.run.progress(before + this.#done, before + Math.max(this.#total, this.#done));
  }
}
