/** Entries kept; counts go on for ever. Enough for hours of calls at 60 a minute, and small. */
const KEPT = 20_000;

export interface LoggedCall {
  /** When it came in, by the machine's clock. */
  at: string;
  path: string;
  latitude: number | null;
  longitude: number | null;
  /** The kind of the fault that struck; null when it was answered properly. */
  fault: string | null;
}

/** Who was asked what and when: how tests see quotas kept. */
export class CallLog {
  readonly counts: Record<string, number> = {};
  readonly #entries: LoggedCall[] = [];

  add(call: LoggedCall): void {
    this.counts[call.path] = (this.counts[call.path] ?? 0) + 1;
    this.#entries.push(call);
    if (this.#entries.length > KEPT * 1.1) this.#entries.splice(0, this.#entries.length - KEPT);
  }

  /** The latest calls, oldest first. */
  get entries(): readonly LoggedCall[] {
    return this.#entries;
  }
}
