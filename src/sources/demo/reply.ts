/** What the simulated upstream sends back. */
export interface DemoReply {
  status: number;
  body: string;
  /** Beyond the content type, or instead of it. */
  headers?: Readonly<Record<string, string>>;
}

/** What a handler of one path gets to know. */
export interface DemoRequest {
  parameters: URLSearchParams;
  seed: number;
  now: Date;
  /** Milliseconds until the simulated weather moves on: replies between repeat its instant. Ten minutes when absent. */
  modelStep?: number | undefined;
}

export const jsonReply = (status: number, body: unknown): DemoReply => ({
  status,
  body: JSON.stringify(body),
});

/** A number of the query; undefined when it is absent or no number. */
export function numberOf(parameters: URLSearchParams, name: string): number | undefined {
  const text = parameters.get(name)?.trim() ?? '';
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? undefined : value;
}

export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
