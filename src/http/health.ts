import type { FastifyInstance } from 'fastify';

export type Readiness = () => Promise<boolean>;

/** Asked for by whoever looks after the process, not by its clients. */
export const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** Why requests should go elsewhere, in a sentence for whoever asks /readyz: without secrets. */
export class NotReadyError extends Error {}

/** Readiness, and why there is none if that is known. */
export interface ReadyState {
  isReady: boolean;
  reason?: string;
}

/**
 * Readiness as it is now, and openness: whoever was ready once goes on answering, to the very end of a stop, while
 * others are told not to send more.
 */
export function noted(readiness: Readiness): { state: () => Promise<ReadyState>; isOpen: Readiness } {
  let wasReady = false;
  const state = async (): Promise<ReadyState> => {
    try {
      const isReady = await readiness();
      wasReady ||= isReady;
      return { isReady };
    } catch (error) {
      return { isReady: false, ...(error instanceof NotReadyError && { reason: error.message }) };
    }
  };
  return { state, isOpen: async () => wasReady || (await state()).isReady };
}

/**
 * For whoever watches the process: whether it lives, and whether it should get requests.
 * @param facts what else /readyz says
 */
export function healthRoutes(
  app: FastifyInstance,
  state: () => Promise<ReadyState>,
  facts: () => Record<string, unknown> = () => ({}),
): void {
  app.get('/healthz', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  );
  app.get('/readyz', async (_request, reply) => {
    const { isReady, reason } = await state();
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ready' : 'not ready', reason, ...facts() });
  });
}
