import { loadRunOfForecast } from '../forecasts/forecasts.js';
import { loadPoints } from '../forecasts/points.js';
import type { ForecastResolvers } from '../generated/resolvers.js';
import { ofObject } from '../lists/projection.js';

export const Forecast: ForecastResolvers = {
  points: (forecast, _args, context, info) => loadPoints(context, forecast, ofObject(info)),
  run: (forecast, _args, context) => loadRunOfForecast(context, forecast),
};
