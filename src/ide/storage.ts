const HEADERS = 'graphiql:headers';
/** GraphiQL's own note of the setting "Persist headers". */
const ASKED = 'graphiql:shouldPersistHeaders';
/** JSON in which each operation stands with the headers it was sent with. */
const WITH_HEADERS = new Set(['graphiql:tabState', 'graphiql:queries', 'graphiql:favorites']);

/** Whether the reader wants headers, and with them the key, to be kept in this browser. */
export const headersAreKept = (storage: Storage = localStorage): boolean => storage.getItem(ASKED) === 'true';

/**
 * The browser's storage, without headers unless the reader asked for them: the key is a password. GraphiQL leaves headers
 * out of its tabs by itself, and yet writes them into its history.
 */
export class DiscreetStorage {
  /** What was written, as it was, for the moment the reader asks to keep it. */
  readonly #written = new Map<string, string>();

  constructor(private readonly storage: Storage) {}

  get length(): number {
    return this.#keys().length;
  }

  getItem(key: string): string | null {
    return this.storage.getItem(key);
  }

  setItem(key: string, value: string): void {
    if (key === HEADERS || WITH_HEADERS.has(key)) this.#written.set(key, value);
    if (key === ASKED) this.#decide(value);
    else this.#write(key, value);
  }

  removeItem(key: string): void {
    this.#written.delete(key);
    this.storage.removeItem(key);
  }

  clear(): void {
    this.#written.clear();
    for (const key of this.#keys()) this.storage.removeItem(key);
  }

  /** What lies there already follows the decision, too. */
  #decide(value: string): void {
    this.storage.setItem(ASKED, value);
    for (const key of WITH_HEADERS) {
      const known = this.#written.get(key) ?? this.storage.getItem(key);
      if (known !== null) this.#write(key, known);
    }
    const headers = this.#written.get(HEADERS);
    if (headers === undefined) this.storage.removeItem(HEADERS);
    else this.#write(HEADERS, headers);
  }

  #write(key: string, value: string): void {
    if (headersAreKept(this.storage)) this.storage.setItem(key, value);
    else if (key === HEADERS) this.storage.removeItem(key);
    else this.storage.setItem(key, WITH_HEADERS.has(key) ? withoutHeaders(value) : value);
  }

  #keys(): string[] {
    const keys = Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i) ?? '');
    return keys.filter((key) => key.startsWith('graphiql:'));
  }
}

/** Tabs hold their own hash, and the headers in it. */
function withoutHeaders(json: string): string {
  const secret = (key: string): boolean => key === 'headers' || key === 'hash';
  return JSON.stringify(JSON.parse(json), (key, value: unknown) => (secret(key) ? null : value));
}
