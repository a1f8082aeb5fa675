import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SECOND } from '../domain/time.js';
import { messageOf, withoutCredentials } from '../errors.js';
import type { Logger } from '../logger.js';

export interface MetricsServer {
  /** http://127.0.0.1:9464/metrics */
  url: string;
  close(): Promise<void>;
}

export interface MetricsServerOptions {
  host: string;
  port: number;
  /** The exposition's text and content type. */
  collect: () => Promise<{ text: string; type: string }>;
  logger: Logger;
}

/** Connections of scrapers at once; more are refused. */
const MOST_CONNECTIONS = 20;

/** Serves `/metrics` on an address of its own, and nothing else. @throws Error when the port is taken */
export async function serveMetrics({
  host,
  port,
  collect,
  logger,
}: MetricsServerOptions): Promise<MetricsServer> {
  const server = createServer(
    { requestTimeout: 10 * SECOND, headersTimeout: 5 * SECOND },
    (request, response) => {
      const path = (request.url ?? '').split('?')[0];
      if (request.method !== 'GET' || path !== '/metrics') {
        response.writeHead(404, { 'content-type': 'text/plain' }).end('Only GET /metrics is here.\n');
        return;
      }
      collect().then(
        ({ text, type }) =>
          response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text),
        (error: unknown) => {
          logger.error(
            { reason: withoutCredentials(messageOf(error)) },
            'The metrics could not be collected',
          );
          response.writeHead(500, { 'content-type': 'text/plain' }).end('The log says why.\n');
        },
      );
    },
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.listen(port, host);
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${bound}/metrics`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
