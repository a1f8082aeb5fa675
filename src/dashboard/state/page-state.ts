import type { FillMethod, Parameter, Units } from '../generated/graphql.js';
import { PARAMETERS } from '../domain/parameters.js';
import { isMeasure, type MeasureName } from '../domain/measures.js';
import { parseRange, formatRange, type ChosenRange } from '../domain/ranges.js';

export const VIEWS = ['weather', 'map', 'pipeline'] as const;
export type View = (typeof VIEWS)[number];

export const LAYERS = ['observations', 'hourly', 'daily', 'average5', 'average24', 'forecast'] as const;
export type Layer = (typeof LAYERS)[number];

/** Lines of more cities than these could not be told apart. */
export const MOST_CITIES = 5;

/** What the page shows; all of it is in its address. */
export interface PageState {
  view: View;
  /** GeoNames ids; none means the largest city that is followed. */
  cities: readonly string[];
  parameter: Parameter;
  range: ChosenRange;
  units: Units;
  fill: FillMethod;
  layers: readonly Layer[];
  measure: MeasureName;
}

const UNITS: readonly Units[] = ['METRIC', 'IMPERIAL', 'SCIENTIFIC'];
const FILLS: readonly FillMethod[] = ['NONE', 'PREVIOUS', 'LINEAR', 'MEAN'];

export const DEFAULTS: PageState = {
  view: 'weather',
  cities: [],
  parameter: 'AIR_TEMPERATURE',
  range: '7d',
  units: 'METRIC',
  fill: 'LINEAR',
  layers: ['hourly', 'daily', 'average24', 'forecast'],
  measure: 'TEMPERATURE',
};

/** Reads an address's query; what it does not say, or says wrongly, is as by default. */
export function parsePageState(search: string): PageState {
  const query = new URLSearchParams(search);
  const one = <T extends string>(name: string, known: readonly T[], fallback: T): T =>
    known.find((value) => value === query.get(name)) ?? fallback;
  const layers = query.get('layers')?.split(' ');
  const measure = query.get('measure');
  return {
    view: one('view', VIEWS, DEFAULTS.view),
    cities: [...new Set(query.get('city')?.match(/\d{1,10}/g) ?? [])].slice(0, MOST_CITIES),
    parameter: one(
      'parameter',
      PARAMETERS.map(({ parameter }) => parameter),
      DEFAULTS.parameter,
    ),
    range: parseRange(query.get('range')) ?? DEFAULTS.range,
    units: one('units', UNITS, DEFAULTS.units),
    fill: one('fill', FILLS, DEFAULTS.fill),
    layers: layers ? LAYERS.filter((layer) => layers.includes(layer)) : DEFAULTS.layers,
    measure: isMeasure(measure) ? measure : DEFAULTS.measure,
  };
}

/** The query of the address that shows a state: empty for the default one. */
export function formatPageState(state: PageState): string {
  const query = new URLSearchParams();
  if (state.view !== DEFAULTS.view) query.set('view', state.view);
  if (state.cities.length > 0) query.set('city', state.cities.join('.'));
  if (state.range !== DEFAULTS.range) query.set('range', formatRange(state.range));
  for (const name of ['parameter', 'units', 'fill', 'measure'] as const) {
    if (state[name] !== DEFAULTS[name]) query.set(name, state[name]);
  }
  const layers = state.layers.join(' ');
  if (layers !== DEFAULTS.layers.join(' ')) query.set('layers', layers);
  const text = query.toString();
  return text ? `?${text}` : '';
}
