/** Times a name is seen before it gets a series of its own. */
const SEEN_OFTEN = 5;
/** Names remembered that have none yet. */
const MOST_CANDIDATES = 1_000;
const OTHER = 'other';

/**
 * Keeps the number of time series bounded where clients choose the names: those that come again get one each, up to a
 * limit, and all others share `other`.
 */
export class BoundedNames {
  readonly #named = new Set<string>();
  readonly #candidates = new Map<string, number>();

  constructor(private readonly limit: number) {}

  /** @returns the name, or `other` */
  label(name: string): string {
    if (this.#named.has(name)) return name;
    if (this.#named.size >= this.limit) return OTHER;
    const seen = (this.#candidates.get(name) ?? 0) + 1;
    if (seen < SEEN_OFTEN) {
      if (this.#candidates.size >= MOST_CANDIDATES) this.#candidates.clear();
      this.#candidates.set(name, seen);
      return OTHER;
    }
    this.#candidates.delete(name);
    this.#named.add(name);
    return name;
  }
}
