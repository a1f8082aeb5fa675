import type { ForecastRequest } from './arguments/forecasts.js';
import type { Observation, Payload, Reject, Run, Source, Units, UserError } from './generated/resolvers.js';
import type { SourceInfo } from './lists/sources.js';

/*
 * What resolvers hand on. Properties have the names of the schema's fields, so that they need no resolvers of their
 * own; those that were not asked for are absent.
 */

/** A row of the catalogue; a city's lists carry the very object, so that an item's city costs nothing. */
export interface CityNode {
  id: number;
  name: string;
  countryCode: string;
  admin1Code: string | null;
  coordinates: { latitude: number; longitude: number; elevation: number | null };
  population: number | null;
  timeZone: string;
}

interface ItemNode {
  city: CityNode;
}

/** Items of lists; the rest of their properties is read by name. */
export type ObservationNode = ItemNode & Partial<Omit<Observation, 'city' | 'run'>> & { payloadId?: string };
export type HourlySummaryNode = ItemNode & { span?: Span & { source: Source | null } };
export type DailySummaryNode = ItemNode & { span?: Span };
export type MovingAverageNode = ItemNode;

/** The part of time an item stands for, where what it is made of was asked for; seconds since 1970, half-open. */
interface Span {
  from: number;
  to: number;
}

/** A forecast, and how its points were asked for. */
export interface ForecastNode {
  city: CityNode;
  /** Seconds since 1970. */
  issuedAt: number;
  source: SourceInfo;
  request: ForecastRequest;
}

export type RunNode = Omit<Run, 'rejects' | 'observations'>;
/** What a mutation answers that asks for a run, or ends one. */
export interface RunPayloadNode {
  run: RunNode | null;
  userErrors: UserError[];
}
export interface CitiesPayloadNode {
  cities: CityNode[];
  userErrors: UserError[];
}
/** Its plan is a question of its own. */
export type TrackCitiesNode = CitiesPayloadNode;
export type RejectNode = Omit<Reject, 'city' | 'run' | 'payload'> & {
  cityId: number;
  runId: string;
  payloadId: string;
};
export type PayloadNode = Omit<Payload, 'run' | 'body'> & { cityId: number; runId: string };

/** A city's place in a ranking, and the day that was compared if it was one. */
export interface RankedCityNode {
  rank: number;
  value: number;
  unit: string;
  city: CityNode;
  /** Seconds since 1970 of its midnight in UTC. */
  day: { date: number; units: Units } | null;
}

/** Each field of it is a question of its own. */
export type WarehouseNode = Record<string, never>;
