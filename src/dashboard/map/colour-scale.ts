type Colour = readonly [number, number, number];

/** Viridis: even steps to the eye, in grey, and to colour-blind eyes. */
const VIRIDIS: readonly Colour[] = [
  [68, 1, 84],
  [71, 45, 123],
  [59, 82, 139],
  [44, 114, 142],
  [33, 145, 140],
  [40, 174, 128],
  [94, 201, 98],
  [173, 220, 48],
  [253, 231, 37],
];

/** Blue over white to orange, for what lies on both sides of zero. */
const DIVERGING: readonly Colour[] = [
  [5, 80, 140],
  [73, 146, 196],
  [170, 207, 229],
  [240, 240, 240],
  [250, 200, 145],
  [224, 130, 60],
  [150, 62, 5],
];

export interface ColourScale {
  min: number;
  max: number;
  /** #rrggbb of a value; beyond the ends, the ends' colours. */
  colourOf: (value: number) => string;
}

/** The scale of some values: from least to greatest, or with zero in its middle. */
export function colourScale(values: readonly number[], hasZeroInMiddle = false): ColourScale {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const reach = Math.max(Math.abs(least), Math.abs(greatest));
  const [min, max] = hasZeroInMiddle ? [-reach, reach] : [least, greatest];
  const stops = hasZeroInMiddle ? DIVERGING : VIRIDIS;
  return { min, max, colourOf: (value) => at(stops, max > min ? (value - min) / (max - min) : 0.5) };
}

function at(stops: readonly Colour[], share: number): string {
  const place = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const below = Math.floor(place);
  const [low, high] = [stops[below], stops[Math.min(stops.length - 1, below + 1)]];
  const channel = (i: 0 | 1 | 2): string => {
    const [a, b] = [low?.[i] ?? 0, high?.[i] ?? 0];
    return Math.round(a + (b - a) * (place - below))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(1)}${channel(2)}`;
}
