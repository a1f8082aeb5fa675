import type { FastifyInstance } from 'fastify';
import { SCHEMA_TEXT } from '../graphql/schema/schema.js';

/** The contract as text, for people and for tools that generate clients. */
export function schemaRoute(app: FastifyInstance): void {
  app.get('/schema.graphql', (_request, reply) =>
    reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=300').send(SCHEMA_TEXT),
  );
}
