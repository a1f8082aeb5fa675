import { useRef } from 'preact/hooks';
import { glyphOf, isStale } from '../domain/conditions.js';
import { compassPoint, formatAge, formatInstant, formatValue } from '../domain/format.js';
import type { NowQuery, Parameter } from '../generated/graphql.js';
import { Glyph } from '../ui/glyph.js';
import { placeOf } from './city-name.js';

export type NowCity = NowQuery['cities']['nodes'][number];
type Newest = NonNullable<NowCity['latestObservation']>;
export type UnitOf = (parameter: Parameter) => string;

interface Props {
  city: NowCity;
  place: number;
  unitOf: UnitOf;
  now: number;
}

/** One city now: its newest observation, how old it is, and where it comes from. */
export function NowCard({ city, place, unitOf, now }: Props) {
  const newest = city.latestObservation;
  const first = useRef(newest?.observedAt);
  const arrived = newest !== null && newest.observedAt !== first.current;
  return (
    <article class={`now-card city-${place + 1}`} aria-label={city.name}>
      <header>
        <h3>
          {city.name} <span class="muted">{placeOf(city)}</span>
        </h3>
        {newest && <Freshness city={city} newest={newest} now={now} />}
      </header>
      {newest ? (
        // A new key begins its appearance anew: one sees that something arrived.
        <div key={newest.observedAt} class={arrived ? 'arrived' : ''}>
          <Newest newest={newest} unitOf={unitOf} timeZone={city.timeZone} />
          <Following city={city} now={now} />
        </div>
      ) : (
        <Nothing city={city} />
      )}
    </article>
  );
}

function Freshness({ city, newest, now }: { city: NowCity; newest: Newest; now: number }) {
  const at = Date.parse(newest.observedAt);
  const interval = city.tracking?.intervalMinutes;
  if (interval === undefined) return <span class="badge">not followed</span>;
  if (city.tracking?.paused) return <span class="badge">paused</span>;
  const stale = isStale(at, interval, now);
  return (
    <span class={`badge ${stale ? 'badge-warn' : 'badge-good'}`}>
      {stale ? `stale: asked every ${interval} min, ${formatAge(at, now)}` : formatAge(at, now)}
    </span>
  );
}

function Newest({ newest, unitOf, timeZone }: { newest: Newest; unitOf: UnitOf; timeZone: string }) {
  const [condition] = newest.conditions;
  const temperature = unitOf('AIR_TEMPERATURE');
  return (
    <>
      <div class="now-main">
        <Glyph name={glyphOf(condition?.group)} />
        <p class="now-value">{formatValue(newest.airTemperature, temperature)}</p>
        <p class="now-words">
          {condition ? capital(condition.description) : 'No condition given'}
          <span class="muted">Feels like {formatValue(newest.apparentTemperature, temperature)}</span>
        </p>
      </div>
      <dl class="facts">
        {factsOf(newest, unitOf).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="provenance">
        Observed {formatInstant(Date.parse(newest.observedAt), timeZone)} · {newest.source.name}
        {newest.source.licence && `, ${newest.source.licence}`}. {newest.source.attribution}
      </p>
    </>
  );
}

/** When the city is asked for again: what is shown moves on then. */
function Following({ city: { tracking }, now }: { city: NowCity; now: number }) {
  if (!tracking || tracking.paused || tracking.nextDueAt === null) return null;
  const due = Math.max(Date.parse(tracking.nextDueAt), now);
  return (
    <p class="provenance">
      Asked every {tracking.intervalMinutes} min, again {formatAge(due, now).replace('just now', 'now')}.
    </p>
  );
}

function factsOf({ wind, ...newest }: Newest, unitOf: UnitOf): [string, string][] {
  const from = wind.fromDirection === null ? '' : ` from ${compassPoint(wind.fromDirection)}`;
  const speed = unitOf('WIND_SPEED');
  const rain = newest.precipitation;
  return [
    ['Wind', `${formatValue(wind.speed, speed)}${wind.speed === null ? '' : from}`],
    ['Gusts', formatValue(wind.gustSpeed, speed)],
    ['Humidity', formatValue(newest.relativeHumidity, unitOf('RELATIVE_HUMIDITY'), 0)],
    ['Pressure', formatValue(newest.pressure.meanSeaLevel, unitOf('MEAN_SEA_LEVEL_PRESSURE'), 0)],
    ['Clouds', formatValue(newest.cloudCover, unitOf('CLOUD_COVER'), 0)],
    [
      'Precipitation, 1 h',
      rain.total === null ? 'none reported' : formatValue(rain.total, unitOf('PRECIPITATION')),
    ],
  ];
}

function Nothing({ city }: { city: NowCity }) {
  return (
    <p class="note note-empty">
      {city.tracking
        ? 'Nothing was observed yet: the first answer comes with the next run.'
        : 'This warehouse does not follow the city. An administrator can, under Pipeline.'}
    </p>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
