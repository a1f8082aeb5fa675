import type { Question } from '../questions.js';

/** The questions for the peers with a schema of their own: Mercurius, and Apollo with Prisma Client. */
export const PEERS: Partial<Record<Question, string>> = {
  Q1: `query Q1($id: Int!) {
    city(id: $id) {
      id name countryCode latitude longitude timeZone latest { observedAt airTemperature relativeHumidity pressure }
    }
  }`,
  Q2: `query Q2($id: Int!, $from: DateTime!, $to: DateTime!) {
    observations(cityId: $id, from: $from, to: $to) {
      observedAt airTemperature apparentTemperature relativeHumidity pressure windSpeed cloudCover rain
    }
  }`,
  Q3: `query Q3($ids: [Int!]!, $since: Date!, $until: Date!) {
    cities(ids: $ids) {
      id name countryCode
      latest { observedAt airTemperature relativeHumidity windSpeed conditionCode }
      daily(since: $since, until: $until) { date min max mean precipitation }
    }
  }`,
  Q4: `query Q4($id: Int!, $from: DateTime!, $to: DateTime!) {
    movingAverage(cityId: $id, from: $from, to: $to) { hour average observedHours }
  }`,
};
