import type { FastifyInstance } from 'fastify';

export type Readiness = () => Promise<boolean>;

/** For whoever watches the process: whether it lives, and whether it should get requests. */
export function healthRoutes(app: FastifyInstance, isReady: Readiness): void {
  app.get('/healthz', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  );
  app.get('/readyz', async (_request, reply) => {
    const ready = await isReady().catch(() => false);
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'not ready' });
  });
}
