import uPlot from 'uplot';
import { formatNumber } from '../domain/format.js';
import { timeText } from './time-axis.js';
import type { ParameterView } from '../domain/parameters.js';
import { cityColour, cssColour, translucent } from './colours.js';
import type { Area, Drawing, Line } from './lines.js';

/** What happens on the chart. */
export interface ChartEvents {
  /** The cursor stands on a column of the data, or on none. */
  onCursor: (index: number | null) => void;
  /** A part was selected: milliseconds. */
  onZoom: (from: number, to: number) => void;
}

export interface ChartLook {
  view: ParameterView;
  unit: string;
  timeZone: string;
  width: number;
  height: number;
  /** Seconds. */
  from: number;
  to: number;
}

/** How uPlot draws a drawing; colours are those of the theme at this moment. */
export function uplotOptions(drawing: Drawing, look: ChartLook, events: ChartEvents): uPlot.Options {
  const { width, height, from, to, timeZone, view } = look;
  const isAlone = drawing.lines.every(({ city }) => city === 0);
  return {
    width,
    height,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), timeZone),
    padding: [12, 12, 0, 4],
    legend: { show: false },
    scales: { x: { min: from, max: to }, y: { range: (_, min, max) => yRange(view, min, max) } },
    axes: axes(look),
    series: [{}, ...drawing.lines.map((line) => seriesOf(line, view, isAlone))],
    bands: drawing.areas.map(bandOf),
    cursor: { y: false, drag: { x: true, y: false, setScale: false }, points: { size: 7, width: 2 } },
    hooks: {
      setCursor: [({ cursor }) => events.onCursor(cursor.idx ?? null)],
      setSelect: [
        (plot) => {
          const { left, width: selected } = plot.select;
          if (selected < 8) return;
          events.onZoom(plot.posToVal(left, 'x') * 1_000, plot.posToVal(left + selected, 'x') * 1_000);
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}

function axes({ unit, view, timeZone }: ChartLook): uPlot.Axis[] {
  const shared: uPlot.Axis = {
    stroke: cssColour('--muted'),
    font: '12px system-ui, sans-serif',
    grid: { stroke: cssColour('--line'), width: 1 },
    ticks: { show: false },
  };
  const values: uPlot.Axis.DynamicValues = (_, splits) =>
    splits.map((value) => axisText(value, splits, unit, view));
  const times: uPlot.Axis.DynamicValues = (_, splits, _axis, _space, step) =>
    splits.map((seconds, i) => timeText(seconds, splits[i - 1], step, timeZone));
  return [
    { ...shared, space: 72, values: times },
    { ...shared, size: 58, values },
  ];
}

/** As many digits as the steps of the axis tell apart. */
function axisText(value: number, splits: number[], unit: string, view: ParameterView): string {
  const step = (splits[1] ?? 1) - (splits[0] ?? 0);
  const digits = Number.isInteger(step) ? 0 : Math.max(view.digits, Math.ceil(-Math.log10(step)));
  return formatNumber(value, unit === 'in' || unit === 'inHg' || unit === '1' ? unit : '', digits);
}

/** Amounts begin at zero, the compass is whole, everything else has some air around it. */
function yRange({ drawn }: ParameterView, min: number | null, max: number | null): [number, number] {
  if (drawn === 'points') return [0, 360];
  if (min === null || max === null) return [0, 1];
  if (drawn === 'bars') return [0, max > 0 ? max * 1.1 : 1];
  const air = Math.max((max - min) * 0.06, Math.abs(max) * 0.001, 0.05);
  return [min - air, max + air];
}

/** Long, short, long: neither what was filled nor a mean looks like it. */
const FORECAST_DASH = [9, 3, 2, 3];

function seriesOf({ city, kind }: Line, { drawn }: ParameterView, isAlone: boolean): uPlot.Series {
  const colour = cssColour(cityColour(city));
  const hidden = { points: { show: false } };
  switch (kind) {
    case 'mean':
      if (drawn === 'points')
        return { stroke: colour, paths: () => null, points: { show: true, size: 4, fill: colour } };
      if (drawn === 'line') return { stroke: colour, width: 2, ...hidden };
      return { stroke: colour, fill: translucent(colour, 0.5), width: 1, ...hidden, ...bars() };
    case 'filled':
      return { stroke: colour, width: 2, dash: [2, 4], ...hidden };
    case 'average5':
      return { stroke: translucent(colour, 0.85), width: 1.25, dash: [6, 3], ...hidden };
    case 'average24':
      return {
        stroke: isAlone ? cssColour('--ink') : colour,
        width: 1.5,
        dash: isAlone ? [] : [10, 4],
        ...hidden,
      };
    case 'ahead':
      return { stroke: translucent(colour, 0.75), width: 1.25, dash: FORECAST_DASH, ...hidden };
    case 'coming':
      return { stroke: colour, width: 2, dash: FORECAST_DASH, ...hidden };
    case 'observations':
      return {
        stroke: colour,
        paths: () => null,
        points: { show: true, size: 4, width: 1, fill: cssColour('--surface') },
      };
    case 'edge':
      return { stroke: 'transparent', width: 0, ...hidden };
  }
}

function bars(): Pick<uPlot.Series, 'paths'> {
  const paths = uPlot.paths.bars?.({ size: [0.7, 24], align: 1 });
  return paths ? { paths } : {};
}

/** Columns of the chart count from 1: the first is time. */
function bandOf({ high, low, city, kind }: Area): uPlot.Band {
  const colour = cssColour(cityColour(city));
  return { series: [high + 1, low + 1], fill: translucent(colour, kind === 'daily' ? 0.12 : 0.28) };
}
