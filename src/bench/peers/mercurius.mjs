/** Mercurius with its JIT from the first execution on, its own loaders, and raw SQL. */
import Fastify from 'fastify';
import { GraphQLScalarType } from 'graphql';
import mercurius from 'mercurius';
import { groupBy, openPool, ready, typeDefs } from './shared.mjs';

const query = openPool();
const app = Fastify();
const ids = (queries) => queries.map(({ obj }) => obj.id);
const byId = (wanted, rows, key) => {
  const found = new Map(rows.map((row) => [row[key], row]));
  return wanted.map((id) => found.get(id) ?? null);
};

await app.register(mercurius, {
  schema: typeDefs,
  jit: 1,
  graphiql: false,
  resolvers: {
    DateTime: new GraphQLScalarType({ name: 'DateTime', serialize: (date) => date.toISOString() }),
    Date: new GraphQLScalarType({ name: 'Date', serialize: (date) => date.toISOString().slice(0, 10) }),
    Query: {
      city: async (_, { id }) => (await query('cities', [[id]]))[0] ?? null,
      cities: async (_, args) => byId(args.ids, await query('cities', [args.ids]), 'id'),
      observations: (_, { cityId, from, to }) => query('range', [cityId, from, to]),
      movingAverage: (_, { cityId, from, to }) => query('average', [cityId, from, to]),
    },
  },
  loaders: {
    City: {
      latest: async (queries) => byId(ids(queries), await query('latest', [ids(queries)]), 'cityId'),
      daily: async (queries) =>
        groupBy(
          ids(queries),
          await query('daily', [ids(queries), queries[0].params.since, queries[0].params.until]),
        ),
    },
  },
});
await app.listen({ port: 0, host: '127.0.0.1' });
ready(app.server.address().port);
