import type { FastifyInstance, FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { OperationTypeNode } from 'graphql';
import type { Pool } from 'pg';
import { parseExport } from '../../export/arguments/request.js';
import { DATASETS } from '../../export/datasets.js';
import { beginExport } from '../../export/export.js';
import { FORMATS, type FormatName } from '../../export/formats/format.js';
import { BY_NAME } from '../../export/formats/formats.js';
import { columnsDocument } from '../../export/metadata.js';
import { planExport, type ExportPlan } from '../../export/plan.js';
import { authorise } from '../../graphql/auth.js';
import type { Context } from '../../graphql/context.js';
import type { Api } from '../../graphql/server.js';
import type { Logger } from '../../logger.js';
import { authorizationOf } from '../authorization.js';
import { takes } from '../compression.js';
import { answerError } from './errors.js';
import { headersOf } from './headers.js';
import { exportHelp } from './help.js';
import { LONGEST_STALL, sendExport } from './send.js';
import { ExportSlots } from './slots.js';

export interface ExportOptions {
  api: Pick<Api, 'attempts' | 'contextFor'>;
  /** Connections for exports alone. */
  pool: Pool;
  logger: Logger;
  /** Refuses while the warehouse is starting. */
  ready: preHandlerAsyncHookHandler;
  /** Milliseconds a client may take nothing; tests take less patience. */
  longestStall?: number;
}

/** The warehouse as files: /export tells what there is. HEAD is answered, too, without a statement being run. */
export function exportRoutes(app: FastifyInstance, options: ExportOptions): void {
  const { ready: preHandler } = options;
  const slots = new ExportSlots();
  app.get('/export', (request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(
        exportHelp(
          `${request.protocol}://${/^[\w.:[\]-]+$/.test(request.host) ? request.host : 'localhost'}`,
        ),
      ),
  );
  for (const dataset of DATASETS) {
    const parse = (request: FastifyRequest, context: Context) =>
      parseExport(dataset, new URL(request.url, 'http://export').searchParams, context.surroundings.windows);
    app.get(`/export/${dataset}/columns.json`, { preHandler }, (request, reply) =>
      answering(options, request, reply, (context) =>
        Promise.resolve(
          reply.header('cache-control', 'no-cache').send(columnsDocument(parse(request, context))),
        ),
      ),
    );
    for (const format of FORMATS) {
      app.get(`/export/${dataset}.${format}`, { preHandler }, (request, reply) =>
        answering(options, request, reply, async (context) => {
          const plan = await planExport(context, parse(request, context));
          return answer({ ...options, slots, context, request, reply, plan, format });
        }),
      );
    }
  }
}

/** Who may not read is told so, and so is who asks for what cannot be. */
async function answering(
  { api, logger }: ExportOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  task: (context: Context) => Promise<unknown>,
): Promise<unknown> {
  try {
    const context = api.contextFor({ authorization: authorizationOf(request), address: request.ip });
    api.attempts.admit(context, 1);
    authorise(OperationTypeNode.QUERY, context);
    return await task(context);
  } catch (error) {
    return answerError(reply, error, logger);
  }
}

interface Asked extends ExportOptions {
  slots: ExportSlots;
  context: Context;
  request: FastifyRequest;
  reply: FastifyReply;
  plan: ExportPlan;
  format: FormatName;
}

async function answer(asked: Asked): Promise<unknown> {
  const { slots, context, request, reply, plan, format, pool, longestStall = LONGEST_STALL } = asked;
  const gzip = BY_NAME[format].compressible && takes('gzip', request.headers['accept-encoding']);
  const headers = headersOf(plan, format, context.now, gzip);
  if (request.method === 'HEAD') return reply.headers(headers).send('');
  const give = slots.take(request.ip);
  try {
    const running = await beginExport(pool, plan, format, context.now);
    await sendExport(reply, running, { headers, gzip, longestStall });
  } finally {
    give();
  }
  return reply;
}
