/** Characters of all texts together at most, with what an entry weighs besides; a usual query has some hundreds. */
export const REGISTERED_QUERIES_LIMIT = 4_000_000;
const OVERHEAD = 200;

/**
 * The texts that clients registered under their hashes ("automatic persisted queries"): those used last. One that was
 * pushed out is sent again by its client, once.
 */
export class RegisteredQueries {
  readonly #texts = new Map<string, string>();
  #weight = 0;

  constructor(private readonly limit = REGISTERED_QUERIES_LIMIT) {}

  get(hash: string): Promise<string | undefined> {
    const text = this.#texts.get(hash);
    if (text !== undefined) {
      // Last in the map is last used.
      this.#texts.delete(hash);
      this.#texts.set(hash, text);
    }
    return Promise.resolve(text);
  }

  async set(hash: string, text: string): Promise<void> {
    await this.delete(hash);
    this.#texts.set(hash, text);
    this.#weight += text.length + OVERHEAD;
    for (const [oldest] of this.#texts) {
      if (this.#weight <= this.limit) return;
      await this.delete(oldest);
    }
  }

  delete(hash: string): Promise<boolean> {
    const text = this.#texts.get(hash);
    if (text !== undefined) this.#weight -= text.length + OVERHEAD;
    return Promise.resolve(this.#texts.delete(hash));
  }
}
