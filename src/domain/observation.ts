import type { Parameter } from './parameters.js';

/** The values of one instant as a source gave them, in the catalogue's units; what was not given is absent. */
export interface ObservedValues {
  /** The instant the values are valid for, not when they were fetched. */
  observedAt: Date;
  values: Partial<Record<Parameter, number>>;
  /** In the source's own code table, primary condition first. */
  conditionCodes: number[];
  /** Of a forecast: that anything falls, %. Its amounts are of three hours. */
  precipitationProbability?: number;
}

export type RejectReason =
  'HTTP' | 'MALFORMED' | 'SCHEMA' | 'MISSING' | 'OUT_OF_RANGE' | 'FUTURE' | 'PLACE_MISMATCH';

/** One refused item of a payload: why, where, what. */
export interface Rejection {
  reason: RejectReason;
  /** Where in the payload: "main.temp", "hourly.time[3]". */
  path?: string;
  /** The offending value as JSON text. */
  value?: string;
  /** A sentence. */
  detail: string;
}

/** What a payload holds once read: a parser never throws for what upstream sent. */
export interface ParsedPayload {
  observations: ObservedValues[];
  rejections: Rejection[];
}

/** A place to ask weather for, under our own id. */
export interface Place {
  cityId: number;
  latitude: number;
  longitude: number;
}
