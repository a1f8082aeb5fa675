/** Apollo Server on Express with Prisma Client, as tutorials have it: a resolver a field, findMany for lists. */
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { GraphQLScalarType } from 'graphql';
import { options, ready, typeDefs } from './shared.mjs';

// The product's own generated client and adapter: the models are the same.
const { openPool, prismaOn } = await import(options.client);
const limits = { max: 10, statementTimeout: 5_000 };
const prisma = prismaOn(openPool(options.database, limits, { warn: console.error }));
const HOUR = 3_600_000;

const observation = (row) =>
  row && {
    observedAt: row.observedAt,
    airTemperature: row.airTemperatureC,
    apparentTemperature: row.apparentTemperatureC,
    relativeHumidity: row.relativeHumidityPct,
    pressure: row.meanSeaLevelPressureHpa,
    windSpeed: row.windSpeedMs,
    cloudCover: row.cloudCoverPct,
    rain: row.rain1hMm,
    conditionCode: row.conditionCode,
  };

async function movingAverage(_, { cityId, from, to }) {
  const [start, end] = [new Date(from), new Date(to)];
  const hours = await prisma.hourlySummary.findMany({
    where: { cityId, hour: { gte: new Date(start.getTime() - 23 * HOUR), lt: end } },
    orderBy: { hour: 'asc' },
  });
  const known = new Map(hours.map((row) => [row.hour.getTime(), row.airTemperatureMeanC]));
  const averages = [];
  for (let hour = start.getTime(); hour < end.getTime(); hour += HOUR) {
    const values = [];
    for (let back = 23; back >= 0; back -= 1) values.push(known.get(hour - back * HOUR));
    const there = values.filter((value) => value !== undefined && value !== null);
    const sum = there.reduce((total, value) => total + value, 0);
    averages.push({
      hour: new Date(hour),
      average: there.length > 0 ? sum / there.length : null,
      observedHours: there.length,
    });
  }
  return averages;
}

const server = new ApolloServer({
  typeDefs,
  resolvers: {
    DateTime: new GraphQLScalarType({ name: 'DateTime', serialize: (date) => date.toISOString() }),
    Date: new GraphQLScalarType({ name: 'Date', serialize: (date) => date.toISOString().slice(0, 10) }),
    Query: {
      city: (_, { id }) => prisma.city.findUnique({ where: { id } }),
      cities: (_, { ids }) => prisma.city.findMany({ where: { id: { in: ids } } }),
      observations: async (_, { cityId, from, to }) => {
        const where = { cityId, observedAt: { gte: new Date(from), lt: new Date(to) } };
        return (await prisma.observation.findMany({ where, orderBy: { observedAt: 'asc' } })).map(
          observation,
        );
      },
      movingAverage,
    },
    City: {
      latest: async ({ id }) =>
        observation(
          await prisma.observation.findFirst({ where: { cityId: id }, orderBy: { observedAt: 'desc' } }),
        ),
      daily: async ({ id }, { since, until }) => {
        const where = { cityId: id, localDate: { gte: new Date(since), lte: new Date(until) } };
        const days = await prisma.dailySummary.findMany({ where, orderBy: { localDate: 'asc' }, take: 7 });
        return days.map((day) => ({
          date: day.localDate,
          min: day.airTemperatureMinC,
          max: day.airTemperatureMaxC,
          mean: day.airTemperatureMeanC,
          precipitation: day.precipitationMm,
        }));
      },
    },
  },
  includeStacktraceInErrorResponses: false,
  introspection: false,
  nodeEnv: 'production',
});
await server.start();
const app = express();
app.use('/graphql', express.json(), expressMiddleware(server));
const listener = app.listen(0, '127.0.0.1', () => ready(listener.address().port));
