/** Somebody who waits for statements, and may leave before he has his answer. Lighter than an AbortSignal: each request has one. */
export class Reader {
  #reason: Error | undefined;
  readonly #acts = new Set<() => void>();

  /** Why he left; undefined while he is there. */
  reason(): Error | undefined {
    return this.#reason;
  }

  /** @throws the reason when he has left */
  mustBeThere(): void {
    if (this.#reason) throw this.#reason;
  }

  leave(reason: Error): void {
    this.#reason ??= reason;
    for (const act of this.#acts) act();
    this.#acts.clear();
  }

  /**
   * Acts once when he leaves.
   * @returns a function that calls it off
   */
  whenLeft(act: () => void): () => void {
    this.#acts.add(act);
    return () => this.#acts.delete(act);
  }
}
