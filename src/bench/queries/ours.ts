import type { Question } from '../questions.js';

const observations = (
  from: string,
  to: string,
) => `observations(range: { from: $${from}, to: $${to} }, first: 500) {
  nodes {
    observedAt airTemperature apparentTemperature relativeHumidity pressure { meanSeaLevel } wind { speed } cloudCover
    precipitation { rain }
  }
}`;
const averages = (from: string, to: string) =>
  `movingAverages(range: { from: $${from}, to: $${to} }, windowHours: 24, frame: ROWS, first: 500) {
  nodes { hour airTemperature observedHours }
}`;

/** A page holds 500: longer lists are asked for as several pages in one request. */
function pages(count: number, page: (from: string, to: string) => string): string {
  return Array.from({ length: count }, (_, i) => `p${i}: ${page(`t${i}`, `t${i + 1}`)}`).join('\n');
}
const times = (count: number) => Array.from({ length: count + 1 }, (_, i) => `$t${i}: DateTime!`).join(', ');

/** The questions as this API takes them. */
export const OURS: Record<Question, string> = {
  Q1: `query Q1($id: ID!) {
    city(id: $id) {
      id name countryCode coordinates { latitude longitude } timeZone
      latestObservation { observedAt airTemperature relativeHumidity pressure { meanSeaLevel } }
    }
  }`,
  Q2: `query Q2($id: ID!, ${times(2)}) { city(id: $id) { ${pages(2, observations)} } }`,
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
  Q4: `query Q4($id: ID!, ${times(5)}) { city(id: $id) { ${pages(5, averages)} } }`,
  Q2C: `query Q2C($id: ID!, $from: DateTime!, $to: DateTime!) {
    series(
      cityIds: [$id]
      parameters: [
        AIR_TEMPERATURE, APPARENT_TEMPERATURE, RELATIVE_HUMIDITY, MEAN_SEA_LEVEL_PRESSURE, WIND_SPEED, CLOUD_COVER, RAIN
      ]
      range: { from: $from, to: $to }
    ) { time columns { parameter values } }
  }`,
};
