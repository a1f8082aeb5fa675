import { numberIn } from '../api/with-field.js';
import type { ForecastsQuery } from '../generated/graphql.js';
import type { CityForecast, Track } from './chart-data.js';
import { withGaps } from './gaps.js';

/** Milliseconds between the instants of a forecast. */
const STEP = 3 * 3_600_000;

/** What was said a day before ends where the newest forecast begins: two of them about one instant are not drawn. */
export function forecastOf({
  forecast,
  forecastAhead,
}: NonNullable<ForecastsQuery['city']>): CityForecast | undefined {
  const coming = trackOf(forecast?.points ?? []);
  const [begin = Infinity] = coming.time;
  const ahead = trackOf(forecastAhead.filter(({ validAt }) => Date.parse(validAt) < begin));
  const newest = forecast && { source: forecast.source.name, issuedAt: Date.parse(forecast.issuedAt) };
  return coming.time.length + ahead.time.length > 0 ? { newest, coming, ahead } : undefined;
}

function trackOf(points: readonly { validAt: string; value: unknown }[]): Track {
  const whole = withGaps(
    points.map(({ validAt, value }) => ({ time: Date.parse(validAt), value: numberIn(value) })),
    STEP,
  );
  return {
    time: whole.map(({ time }) => time),
    values: whole.map((point) => ('value' in point ? point.value : null)),
  };
}
