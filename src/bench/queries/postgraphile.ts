import type { Question } from '../questions.js';

/** The questions in the schema that PostGraphile makes of the tables and of peers/postgraphile.sql. */
export const POSTGRAPHILE: Partial<Record<Question, string>> = {
  Q1: `query Q1($id: Int!) {
    cityByRowId(rowId: $id) {
      rowId name countryCode latitude longitude timeZone
      latest { observedAt airTemperatureC relativeHumidityPct meanSeaLevelPressureHpa }
    }
  }`,
  Q2: `query Q2($id: Int!, $from: Datetime!, $to: Datetime!) {
    observationsRangeList(city: $id, fromAt: $from, toAt: $to) {
      observedAt airTemperatureC apparentTemperatureC relativeHumidityPct meanSeaLevelPressureHpa windSpeedMs
      cloudCoverPct rain1HMm
    }
  }`,
  Q3: `query Q3($ids: [Int!]!, $since: Date!, $until: Date!) {
    citiesByIdsList(ids: $ids) {
      rowId name countryCode
      latest { observedAt airTemperatureC relativeHumidityPct windSpeedMs conditionCode }
      dailyList(since: $since, until: $until) {
        localDate airTemperatureMinC airTemperatureMaxC airTemperatureMeanC precipitationMm
      }
    }
  }`,
  Q4: `query Q4($id: Int!, $from: Datetime!, $to: Datetime!) {
    meanOverDayList(city: $id, fromAt: $from, toAt: $to) { hour average observedHours }
  }`,
};
