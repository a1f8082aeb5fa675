import { currentReply } from './current.js';
import type { Fault } from './faults.js';
import { forecastReply } from './forecast.js';
import { archiveReply, forecastReply as hourlyReply } from './hourly.js';
import { jsonReply, numberOf, type DemoReply, type DemoRequest } from './reply.js';

const HANDLERS: Readonly<Record<string, (request: DemoRequest) => DemoReply>> = {
  '/data/2.5/weather': currentReply,
  '/data/2.5/forecast': forecastReply,
  '/v1/archive': archiveReply,
  '/v1/forecast': hourlyReply,
};

/** The proper answer to a call; 404 where there is nothing. */
export function answer(path: string, request: DemoRequest): DemoReply {
  const handler = Object.hasOwn(HANDLERS, path) ? HANDLERS[path] : undefined;
  return handler
    ? handler(request)
    : jsonReply(404, { cod: '404', message: 'Not found', error: true, reason: 'Not Found' });
}

/** The call as it is answered when a fault makes it one about another place: ten degrees towards the equator. */
export function aboutPlace(request: DemoRequest, fault: Fault | undefined): DemoRequest {
  if (fault?.kind !== 'OTHER_PLACE') return request;
  const parameters = new URLSearchParams(request.parameters);
  for (const name of ['lat', 'latitude']) {
    const latitude = numberOf(parameters, name);
    if (latitude !== undefined) parameters.set(name, String(latitude - 10 * (Math.sign(latitude) || 1)));
  }
  return { ...request, parameters };
}

/** The place a call asks for, in either format's spelling. */
export function placeOf(parameters: URLSearchParams): {
  latitude: number | undefined;
  longitude: number | undefined;
} {
  return {
    latitude: numberOf(parameters, 'lat') ?? numberOf(parameters, 'latitude'),
    longitude: numberOf(parameters, 'lon') ?? numberOf(parameters, 'longitude'),
  };
}
