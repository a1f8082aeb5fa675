import type { Resolvers } from '../generated/resolvers.js';
import { City } from './city.js';
import { CityConnection } from './city-connection.js';
import { DailySummary } from './daily-summary.js';
import { Forecast } from './forecast.js';
import { HourlySummary } from './hourly-summary.js';
import { Mutation, TrackCitiesPayload } from './mutation.js';
import { Observation } from './observation.js';
import { Query } from './query.js';
import { RankedCity } from './ranked-city.js';
import { Payload, Reject, Run } from './run.js';
import { Subscription } from './subscription.js';
import { Warehouse } from './warehouse.js';

/** Every type that has resolvers; all other fields are properties of what these hand on. */
export const resolvers = {
  Query,
  Mutation,
  Subscription,
  City,
  CityConnection,
  DailySummary,
  Forecast,
  HourlySummary,
  Observation,
  Payload,
  RankedCity,
  Reject,
  Run,
  TrackCitiesPayload,
  Warehouse,
} satisfies Resolvers;
