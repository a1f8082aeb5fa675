/** Events a subscriber may be behind; two loads of as many cities as one subscription may name. */
export const MOST_WAITING = 1_000;

interface Waiter<Event> {
  resolve(result: IteratorResult<Event>): void;
}

/**
 * What waits for one subscriber. It never grows: when it is full the oldest event makes room, and a subscriber that
 * lost as many as it may be behind is given up.
 */
export class EventQueue<Event> implements AsyncIterableIterator<Event> {
  #events: Event[] = [];
  #waiter: Waiter<Event> | undefined;
  #ended = false;
  #lost = 0;

  /**
   * @param onSlow told once, when the subscriber is given up
   * @param onEnd told once, however it ends
   */
  constructor(
    private readonly onSlow: () => void,
    private readonly onEnd: () => void,
    private readonly most: number = MOST_WAITING,
  ) {}

  push(event: Event): void {
    if (this.#ended) return;
    if (this.#waiter) {
      const waiter = this.#waiter;
      this.#waiter = undefined;
      waiter.resolve({ value: event, done: false });
      return;
    }
    this.#events.push(event);
    if (this.#events.length > this.most) this.#lose();
  }

  /** No more events; those that wait are still handed out. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#waiter?.resolve({ value: undefined, done: true });
    this.#waiter = undefined;
    this.onEnd();
  }

  next(): Promise<IteratorResult<Event>> {
    const event = this.#events.shift();
    if (event !== undefined) {
      if (this.#events.length === 0) this.#lost = 0;
      return Promise.resolve({ value: event, done: false });
    }
    if (this.#ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => {
      this.#waiter = { resolve };
    });
  }

  /** The subscriber left. */
  return(): Promise<IteratorResult<Event>> {
    this.#events = [];
    this.end();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #lose(): void {
    this.#events.shift();
    this.#lost += 1;
    if (this.#lost < this.most) return;
    this.onSlow();
    void this.return();
  }
}
