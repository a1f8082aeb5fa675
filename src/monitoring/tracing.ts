/** What spans carry: names and numbers of ours, never values of clients or keys. */
export type SpanAttributes = Readonly<Record<string, string | number>>;

/** A piece of work that has begun. */
export interface Span {
  end(failed: boolean, attributes?: SpanAttributes): void;
  /** Runs something as part of it. */
  within<T>(work: () => T): T;
}

/** Whether spans are made, and how. */
export interface Tracing {
  readonly isOn: boolean;
  /** Begins a span below the one that runs now; undefined when spans are off. */
  start(name: string, attributes?: SpanAttributes): Span | undefined;
  /** The same below the span that an HTTP request names in `traceparent`. */
  startRequest(name: string, headers: Readonly<Record<string, unknown>>): Span | undefined;
  /** Does some work as a span. */
  span<T>(name: string, attributes: SpanAttributes, work: () => Promise<T>): Promise<T>;
  /** A function that runs within today's span, whoever calls it. */
  bind<F extends (...args: never[]) => unknown>(callback: F): F;
  /** Sends what is left. */
  stop(): Promise<void>;
}

/** No spans: nothing is loaded, nothing is called, nothing is kept. */
export const NO_TRACING: Tracing = {
  isOn: false,
  start: () => undefined,
  startRequest: () => undefined,
  span: (_name, _attributes, work) => work(),
  bind: (callback) => callback,
  stop: () => Promise.resolve(),
};

/** @param endpoint base URL of an OTLP/HTTP collector; undefined for no tracing */
export async function openTracing(endpoint: string | undefined): Promise<Tracing> {
  if (endpoint === undefined) return NO_TRACING;
  const { openTelemetry } = await import('./open-telemetry.js');
  return openTelemetry(endpoint);
}
