import type { ReadPayload } from '../../load/read-payload.js';
import { HOUR } from '../../domain/time.js';

const FIRST = Date.parse('2026-01-01T00:00:00Z');
/** Days of one archive answer. */
const HOURS = 720;

/** Archive answers, read, as the load gets them: each a month of hours of a city, ten values each. */
export function readPayloads(rows: number): ReadPayload[] {
  return Array.from({ length: Math.ceil(rows / HOURS) }, (_, index) => ({
    cityId: index + 1,
    id: String(index + 1),
    source: 'OPEN_METEO',
    kind: 'ARCHIVE',
    fetchedAt: new Date(FIRST + 60 * 24 * HOUR),
    parserVersion: 1,
    readBefore: false,
    rejections: [],
    observations: Array.from({ length: HOURS }, (_hour, hour) => ({
      observedAt: new Date(FIRST + hour * HOUR),
      values: {
        AIR_TEMPERATURE: Math.round(100 * (10 + 8 * Math.sin(hour / 4))) / 100,
        APPARENT_TEMPERATURE: 9.5 + (hour % 30) / 10,
        DEW_POINT_TEMPERATURE: 4 + (index % 20) / 10,
        RELATIVE_HUMIDITY: 40 + (hour % 60),
        MEAN_SEA_LEVEL_PRESSURE: 990 + (hour % 50),
        SURFACE_PRESSURE: 960 + (hour % 50),
        WIND_SPEED: (hour % 120) / 10,
        WIND_GUST_SPEED: (hour % 200) / 10,
        WIND_FROM_DIRECTION: (hour * 7) % 360,
        CLOUD_COVER: hour % 101,
      },
      conditionCodes: [hour % 4],
    })),
  }));
}
