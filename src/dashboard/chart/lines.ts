import type { ParameterView } from '../domain/parameters.js';
import type { Layer } from '../state/page-state.js';
import type { CityChart, Track } from './chart-data.js';
import { filledParts } from './gaps.js';

export type LineKind =
  'mean' | 'filled' | 'edge' | 'average5' | 'average24' | 'ahead' | 'coming' | 'observations';

/** One column of the chart. */
export interface Line extends Track {
  /** Place of its city among those compared: its colour. */
  city: number;
  kind: LineKind;
}

/** The area between two columns. */
export interface Area {
  high: number;
  low: number;
  city: number;
  kind: 'daily' | 'hourly';
}

export interface Drawing {
  lines: Line[];
  areas: Area[];
}

/** What is drawn, back to front: days, hours, means, averages, forecasts, observations. */
export function drawingOf(
  cities: readonly CityChart[],
  layers: readonly Layer[],
  view: ParameterView,
): Drawing {
  const drawing: Drawing = { lines: [], areas: [] };
  for (const kind of ['daily', 'hourly'] as const) {
    cities.forEach((data, city) => {
      const band = data[kind];
      if (!band || !layers.includes(kind)) return;
      const high = drawing.lines.push({ city, kind: 'edge', time: band.time, values: band.high }) - 1;
      const low = drawing.lines.push({ city, kind: 'edge', time: band.time, values: band.low }) - 1;
      drawing.areas.push({ high, low, city, kind });
    });
  }
  cities.forEach((data, city) => {
    drawing.lines.push({ city, kind: 'mean', ...data.observed });
    if (view.drawn === 'line')
      drawing.lines.push({ city, kind: 'filled', ...filledParts(data.observed, data.filled) });
  });
  for (const layer of ['average5', 'average24', 'forecast', 'observations'] as const) {
    if (layers.includes(layer))
      cities.forEach((data, city) => drawing.lines.push(...tracksOf(data, city, layer)));
  }
  return drawing;
}

function tracksOf(
  data: CityChart,
  city: number,
  layer: 'average5' | 'average24' | 'forecast' | 'observations',
): Line[] {
  if (layer === 'forecast') {
    const { ahead, coming } = data.forecast ?? {};
    return ahead && coming
      ? [
          { city, kind: 'ahead', ...ahead },
          { city, kind: 'coming', ...coming },
        ]
      : [];
  }
  const track = data[layer];
  return track ? [{ city, kind: layer, ...track }] : [];
}
