import type { Question } from '../questions.js';

/** The questions as this API takes them. */
export const OURS: Record<Question, string> = {
  Q1: `query Q1($id: ID!) {
    city(id: $id) {
      id name countryCode coordinates { latitude longitude } timeZone
      latestObservation { observedAt airTemperature relativeHumidity pressure { meanSeaLevel } }
    }
  }`,
  Q2: `query Q2($id: ID!, $from: DateTime!, $to: DateTime!) {
    city(id: $id) {
      observations(range: { from: $from, to: $to }, first: 1000) {
        nodes {
          observedAt airTemperature apparentTemperature relativeHumidity pressure { meanSeaLevel } wind { speed }
          cloudCover precipitation { rain }
        }
      }
    }
  }`,
  Q3: `query Q3($ids: [ID!]!, $since: Date!, $until: Date!) {
    cities(filter: { ids: $ids }, first: 20) {
      nodes {
        id name countryCode
        latestObservation { observedAt airTemperature relativeHumidity wind { speed } conditions { code } }
        dailySummaries(range: { from: $since, to: $until }, first: 7) {
          nodes { date airTemperature { min max mean } precipitation { total } }
        }
      }
    }
  }`,
  Q4: `query Q4($id: ID!, $from: DateTime!, $to: DateTime!) {
    city(id: $id) {
      movingAverages(range: { from: $from, to: $to }, windowHours: 24, frame: ROWS, first: 2500) {
        nodes { hour airTemperature observedHours }
      }
    }
  }`,
  Q2C: `query Q2C($id: ID!, $from: DateTime!, $to: DateTime!) {
    series(
      cityIds: [$id]
      parameters: [
        AIR_TEMPERATURE, APPARENT_TEMPERATURE, RELATIVE_HUMIDITY, MEAN_SEA_LEVEL_PRESSURE, WIND_SPEED, CLOUD_COVER, RAIN
      ]
      range: { from: $from, to: $to }
    ) { time columns { parameter values } }
  }`,
  Q4C: `query Q4C($id: ID!, $from: DateTime!, $to: DateTime!) {
    series(cityIds: [$id], parameters: [AIR_TEMPERATURE], range: { from: $from, to: $to }, averageHours: 24) {
      time columns { parameter values }
    }
  }`,
};
