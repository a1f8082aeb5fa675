/** PostGraphile 5, its Amber preset, with functions in the database for what is more than a table. */
import { createServer } from 'node:http';
import { options, ready } from './shared.mjs';

// It is written for Node 22.
Promise.withResolvers ??= function withResolvers() {
  let resolve, reject;
  const promise = new this((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
};
const { postgraphile } = await import('postgraphile');
const { PostGraphileAmberPreset } = await import('postgraphile/presets/amber');
const { makePgService } = await import('postgraphile/adaptors/pg');
const { grafserv } = await import('postgraphile/grafserv/node');

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: options.database,
      schemas: ['public'],
      pubsub: false,
      poolConfig: { max: 10, idleTimeoutMillis: 0 },
    }),
  ],
  grafast: { explain: false },
  grafserv: { watch: false, graphiql: false },
  // Lists beside connections: nobody here pages.
  schema: { defaultBehavior: '+connection +list' },
};
const instance = postgraphile(preset);
const server = createServer();
await instance.createServ(grafserv).addTo(server);
if (options.mode === 'schema') {
  const { printSchema } = await import('graphql');
  process.stdout.write(printSchema(await instance.getSchema()));
  process.exit(0);
}
server.listen(0, '127.0.0.1', () => ready(server.address().port));
