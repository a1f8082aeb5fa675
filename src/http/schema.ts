import type { FastifyInstance } from 'fastify';
import { SCHEMA_TEXT } from '../graphql/schema/schema.js';
import { compressAnswer } from './compression.js';

/** The contract as text, for people and for tools that generate clients. */
export function schemaRoute(app: FastifyInstance): void {
  const text = Buffer.from(SCHEMA_TEXT);
  app.get('/schema.graphql', { onSend: compressAnswer }, (_request, reply) =>
    reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=300').send(text),
  );
}
