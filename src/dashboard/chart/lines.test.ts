import { expect, test } from 'vitest';
import { parameterView } from '../domain/parameters.js';
import { LAYERS } from '../state/page-state.js';
import { drawingOf } from './lines.js';

const track = { time: [0], values: [1] };
const band = { time: [0], low: [0], high: [2] };
const city = { id: '1', unit: '°C', observed: track, filled: track };
const full = {
  ...{ ...city, daily: band, hourly: band, average5: track, average24: track, observations: track },
  forecast: { newest: null, ahead: track, coming: track },
};

test('areas lie behind lines, and lines behind points', () => {
  const { lines, areas } = drawingOf([full], LAYERS, parameterView('AIR_TEMPERATURE'));
  expect(lines.map(({ kind }) => kind)).toEqual([
    ...['edge', 'edge', 'edge', 'edge'],
    ...['mean', 'filled', 'average5', 'average24', 'ahead', 'coming', 'observations'],
  ]);
  expect(areas).toEqual([
    { high: 0, low: 1, city: 0, kind: 'daily' },
    { high: 2, low: 3, city: 0, kind: 'hourly' },
  ]);
});

test('what was not chosen, or is not there, is not drawn', () => {
  const view = parameterView('AIR_TEMPERATURE');
  expect(drawingOf([full], [], view).lines.map(({ kind }) => kind)).toEqual(['mean', 'filled']);
  expect(drawingOf([city], LAYERS, view).lines.map(({ kind }) => kind)).toEqual(['mean', 'filled']);
});

test('amounts are never drawn as filled', () => {
  expect(drawingOf([city], LAYERS, parameterView('RAIN')).lines.map(({ kind }) => kind)).toEqual(['mean']);
});
