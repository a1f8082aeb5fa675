import { constant, derived, instant, measure, number } from './fields.js';
import type { ListKind } from './list.js';
import { sqlTemplate } from './template.js';

/** The kept windows: trailing means over the hours that exist. */
export const MOVING_AVERAGES: ListKind = {
  name: 'average',
  page: sqlTemplate(import.meta.url, 'moving-averages.sql'),
  pages: sqlTemplate(import.meta.url, 'moving-averages-pages.sql'),
  time: 'hour',
  sourced: false,
  grain: 'HOUR',
  fields: {
    hour: instant('hour'),
    windowHours: number('window_hours'),
    airTemperature: measure('air_temperature_c', '°C'),
    apparentTemperature: measure('apparent_temperature_c', '°C'),
    relativeHumidity: measure('relative_humidity_pct', '%'),
    meanSeaLevelPressure: measure('mean_sea_level_pressure_hpa', 'hPa'),
    windSpeed: measure('wind_speed_ms', 'm/s'),
    observedHours: number('observed_hours'),
    filledHours: constant(0),
    coverage: derived(['observed_hours', 'window_hours'], ([observed, hours]) =>
      hours ? Math.round(((observed ?? 0) / hours) * 10_000) / 10_000 : 0,
    ),
  },
};
