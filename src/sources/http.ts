import http from 'node:http';
import https from 'node:https';
import axios, { type AxiosInstance } from 'axios';
import { SECOND } from '../domain/time.js';
import { callDeadline } from './deadline.js';
import { failurePhrase } from './failure.js';
import { blankSecretBytes, blankSecrets } from './secrets.js';
import type { RawAnswer } from './source.js';

/** From the first byte out to the last byte in. */
const DEADLINE = 10 * SECOND;
/** Of a body, after decompression: a hundred times the largest reply about one place and instant. */
const MAX_BYTES = 1_000_000;

export interface UpstreamOptions {
  /** May have a path, which calls are made below. */
  baseUrl: string;
  /** Of the whole call, milliseconds; 10 s by default. */
  deadline?: number;
  /** Of a body after decompression; 1 MB by default. */
  maxBytes?: number;
  /** Keys that are sent: blanked should upstream echo them. */
  secrets?: readonly string[];
}

type Parameters = Readonly<Record<string, string | number>>;

/** An answer of whatever status, or a phrase that says why there is none ("connection refused (ECONNREFUSED)"). */
export type Reply = { answer: RawAnswer; retryAfter: string | undefined } | { failure: string };

/** One GET below the base URL. Never throws. */
export type Ask = (path: string, parameters: Parameters, signal?: AbortSignal) => Promise<Reply>;

/**
 * How to ask an upstream. Redirects are not followed and no proxy of the environment is used: either would carry the
 * key, which travels in the query, elsewhere. Bodies come as the bytes upstream sent, unread.
 */
export function upstream(options: UpstreamOptions): Ask {
  const client = createClient(options);
  const secrets = options.secrets ?? [];
  return async (path, parameters, signal) => {
    const deadline = callDeadline(options.deadline ?? DEADLINE, signal);
    const requestedAt = new Date();
    try {
      const response = await client.get<Buffer>(path, { params: parameters, signal: deadline.signal });
      const contentType = header(response.headers['content-type']);
      return {
        answer: {
          requestedAt,
          fetchedAt: new Date(),
          httpStatus: response.status,
          contentType: contentType === undefined ? null : blankSecrets(contentType, secrets),
          body: blankSecretBytes(response.data, secrets),
        },
        retryAfter: header(response.headers['retry-after']),
      };
    } catch (error) {
      // Never the error itself: axios hangs the URL, the parameters and the socket on it.
      return { failure: deadline.expired() ?? failurePhrase(error) };
    } finally {
      deadline.end();
    }
  };
}

function createClient({ baseUrl, maxBytes }: UpstreamOptions): AxiosInstance {
  return axios.create({
    baseURL: baseUrl,
    allowAbsoluteUrls: false,
    proxy: false,
    maxRedirects: 0,
    maxContentLength: maxBytes ?? MAX_BYTES,
    responseType: 'arraybuffer',
    transformResponse: (body: unknown) => body,
    validateStatus: () => true,
    headers: { Accept: 'application/json', 'User-Agent': 'weather-warehouse' },
    httpAgent: new http.Agent({ keepAlive: true }),
    httpsAgent: new https.Agent({ keepAlive: true }),
  });
}

function header(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
