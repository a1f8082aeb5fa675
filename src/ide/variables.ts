/** Milliseconds. */
const DAY = 86_400_000;
const NEW_YORK = '5128581';
/** GeoNames ids: New York, Los Angeles, Chicago, Houston, Phoenix. */
const LARGE_CITIES = [NEW_YORK, '5368361', '4887398', '4699066', '5308655'];

/**
 * What the examples are asked with at first, by the names of their operations.
 * @param now decides which days are the last ones
 */
export function exampleVariables(now: Date): Readonly<Record<string, object>> {
  const day = (back: number): string => new Date(now.getTime() - back * DAY).toISOString().slice(0, 10);
  const lastWeek = { from: day(7), to: day(1) };
  return {
    LatestWeather: { first: 5 },
    MonthOfDays: { city: NEW_YORK },
    TrendAndRaw: { city: NEW_YORK, past: 'P2D' },
    Ranking: { range: lastWeek },
    Anomaly: { city: NEW_YORK, range: lastWeek },
    Records: { city: NEW_YORK, range: { from: day(30), to: day(1) } },
    Forecast: { city: NEW_YORK },
    LiveWeather: { cities: LARGE_CITIES },
  };
}
