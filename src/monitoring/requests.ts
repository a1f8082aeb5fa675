import type { Metrics } from './metrics.js';
import { BoundedNames } from './names.js';
import type { Span, Tracing } from './tracing.js';

/** Operation names with series of their own; there are up to three outcomes of each. */
const MOST_OPERATIONS = 50;

/** A request that was answered. */
export interface AnsweredRequest {
  /** The route's pattern, never the URL. */
  route: string;
  status: number;
  /** Of the whole request. */
  milliseconds: number;
}

/** A GraphQL request that was answered. */
export interface AnsweredOperation {
  /** Undefined when it never came to know which operation was meant. */
  name: string | undefined;
  outcome: 'ok' | 'errors' | 'refused';
  /** Whether the cache of answers had it. */
  cache: 'hit' | 'miss' | 'off';
  milliseconds: number;
}

/** Counts and times what is asked of this process. */
export class RequestObserver {
  readonly #names = new BoundedNames(MOST_OPERATIONS);

  constructor(
    private readonly metrics: Metrics,
    private readonly tracing: Tracing,
  ) {}

  /** Whether requests are to be begun, for their spans. */
  get isTracing(): boolean {
    return this.tracing.isOn;
  }

  begin(method: string, headers: Readonly<Record<string, unknown>>): Span | undefined {
    return this.tracing.startRequest(method, headers);
  }

  answered({ route, status, milliseconds }: AnsweredRequest): void {
    this.metrics.httpSeconds.observe({ route, status }, milliseconds / 1_000);
  }

  operation({ name, outcome, cache, milliseconds }: AnsweredOperation): void {
    const operation = name === undefined ? 'unknown' : this.#names.label(name);
    this.metrics.operationSeconds.observe({ operation, outcome }, milliseconds / 1_000);
    this.metrics.answerCache.inc({ result: cache });
  }

  /** Times the resolvers of an operation. */
  execution<T>(name: string, work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const operation = this.#names.label(name);
    const result = this.tracing.span(`operation ${operation}`, { 'graphql.operation.name': operation }, work);
    const ended = (): void =>
      this.metrics.executionSeconds.observe({ operation }, (performance.now() - begun) / 1_000);
    result.then(ended, ended);
    return result;
  }
}
