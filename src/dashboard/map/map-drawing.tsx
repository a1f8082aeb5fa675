import { geoPath } from 'd3-geo';
import { useMemo, useState } from 'preact/hooks';
import { navigate } from '../state/use-page.js';
import type { Atlas, AtlasName } from './atlas.js';
import { colourScale } from './colour-scale.js';
import { Legend } from './legend.js';
import { spotText, type MapValues, type Spot } from './map-values.js';
import { projectionOf, SIZE } from './projection.js';
import { mapSentence } from './map-sentence.js';

interface Props {
  values: MapValues;
  ground: AtlasName;
  atlas: Atlas;
}

/** The map, its legend, and a sentence. One spot is reached by Tab; arrow keys lead on, by value. */
export function MapDrawing({ values, ground, atlas }: Props) {
  const [active, setActive] = useState<number | null>(null);
  const projection = useMemo(() => projectionOf(ground), [ground]);
  const shapes = useMemo(() => {
    const path = geoPath(projection);
    return { land: path(atlas.land) ?? '', borders: path(atlas.borders) ?? '' };
  }, [projection, atlas]);
  const known = values.spots.flatMap(({ value }) => (value === null ? [] : [value]));
  const scale = colourScale(known, values.isDifference);
  const spots = values.spots.map((spot) => ({ ...spot, at: pointOf(spot, projection) }));
  const { width, height } = SIZE[ground];
  const shown = active === null ? undefined : spots[active];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = ((active ?? 0) + step + spots.length) % spots.length;
    setActive(next);
    (event.currentTarget as SVGElement).querySelectorAll('a')[next]?.focus();
  };
  return (
    <figure class="map">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={values.label}
        onKeyDown={onKeyDown}
        onMouseLeave={() => setActive(null)}
      >
        <path class="land" d={shapes.land} />
        <path class="borders" d={shapes.borders} />
        {spots.map(({ city, value, date, at }, i) => (
          <a
            key={city.id}
            href={`?city=${city.id}`}
            tabIndex={i === (active ?? 0) ? 0 : -1}
            aria-label={`${city.name}: ${spotText(values, { value, date })}`}
            onClick={(event) => {
              event.preventDefault();
              navigate({ view: 'weather', cities: [city.id] });
            }}
            onFocus={() => setActive(i)}
            onBlur={() => setActive(null)}
            onMouseEnter={() => setActive(i)}
          >
            <circle
              class={`spot ${value === null ? 'spot-empty' : ''} ${i === active ? 'spot-active' : ''}`}
              cx={at[0]}
              cy={at[1]}
              r={i === active ? 13 : 9}
              fill={value === null ? 'none' : scale.colourOf(value)}
            />
          </a>
        ))}
        {shown && <Tip spot={shown} values={values} width={width} />}
      </svg>
      <figcaption>
        {known.length > 0 && <Legend scale={scale} values={values} />}
        <p class="muted">{mapSentence(values)}</p>
      </figcaption>
    </figure>
  );
}

function pointOf({ city }: Spot, projection: ReturnType<typeof projectionOf>): [number, number] {
  const { longitude, latitude } = city.coordinates;
  return projection([longitude, latitude]) ?? [-99, -99];
}

interface TipProps {
  spot: Spot & { at: [number, number] };
  values: MapValues;
  width: number;
}

/** What a spot says, beside it; on the side where there is room. */
function Tip({ spot, values, width }: TipProps) {
  const [x, y] = spot.at;
  const text = `${spot.city.name}  ${spotText(values, spot)}`;
  const box = text.length * 9.4 + 24;
  const left = x + box + 20 > width ? x - box - 18 : x + 18;
  return (
    <g class="tip" aria-hidden="true">
      <rect x={left} y={y - 18} width={box} height="36" rx="8" />
      <text x={left + 12} y={y + 6}>
        {text}
      </text>
    </g>
  );
}
