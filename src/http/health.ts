import type { FastifyInstance } from 'fastify';

export type Readiness = () => Promise<boolean>;

/**
 * Readiness as it is now, and openness: whoever was ready once goes on answering, to the very end of a stop, while
 * others are told not to send more.
 */
export function noted(readiness: Readiness): { isReady: Readiness; isOpen: Readiness } {
  let wasReady = false;
  const isReady = async (): Promise<boolean> => {
    const ready = await readiness().catch(() => false);
    wasReady ||= ready;
    return ready;
  };
  return { isReady, isOpen: async () => wasReady || isReady() };
}

/** For whoever watches the process: whether it lives, and whether it should get requests. */
export function healthRoutes(app: FastifyInstance, isReady: Readiness): void {
  app.get('/healthz', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  );
  app.get('/readyz', async (_request, reply) => {
    const ready = await isReady();
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'not ready' });
  });
}
