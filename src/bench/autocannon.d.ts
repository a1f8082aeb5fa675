/** The part of autocannon that the benchmark uses; its package has no types. */
declare module 'autocannon' {
  interface Request {
    method: 'POST';
    path: string;
    headers: Record<string, string>;
    body: string;
  }
  interface Client {
    setRequests(requests: readonly Request[]): void;
  }
  interface Options {
    url: string;
    connections: number;
    duration?: number;
    amount?: number;
    timeout: number;
    requests: readonly Request[];
    setupClient: (client: Client) => void;
  }
  interface Result {
    /** Seconds. */
    duration: number;
    requests: { total: number };
    /** Milliseconds. */
    latency: { p50: number; p99: number };
    errors: number;
    non2xx: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
