import type { Place } from '../../domain/observation.js';
import { SECOND } from '../../domain/time.js';
import type { SourceName } from '../../domain/source.js';
import type { Logger } from '../../logger.js';
import { upstream, type Reply } from '../http.js';
import { outcomeOf, type SourceHints } from '../outcome.js';
import { coordinate } from '../place.js';
import type { CallOutcome, WeatherArchive, WeatherSource } from '../source.js';
import { pauseNamed } from './throttle.js';
import { HOURLY_VARIABLES } from './variables.js';

/** A year of 14 hourly variables is about 1 MB; a reply of ten years still passes. */
const ARCHIVE_MAX_BYTES = 16_000_000;
/** Reading years from the archive takes upstream some seconds. */
const ARCHIVE_DEADLINE = 60 * SECOND;
/** A live call also brings the hours before, so that a short outage of ours leaves no gap. */
const LIVE_PAST_HOURS = 6;

export interface OpenMeteoOptions {
  /** Base URL of live weather: "https://api.open-meteo.com", or a stand-in. */
  url: string;
  /** Base URL of history: "https://archive-api.open-meteo.com", or a stand-in. */
  archiveUrl: string;
  /** DEMO where the simulator answers in Open-Meteo's format. */
  name?: SourceName;
  logger: Logger;
  /** Of a whole call, milliseconds; by default 10 s live and 60 s for history. */
  deadline?: number;
}

/**
 * Open-Meteo, live and history, which needs no key. Live weather is asked for as hours too, complete ones and the
 * current one, so that one parser reads both.
 */
export function openMeteo(options: OpenMeteoOptions): WeatherSource & WeatherArchive {
  const { url, archiveUrl, name = 'OPEN_METEO', deadline } = options;
  const live = upstream({ baseUrl: url, ...(deadline === undefined ? {} : { deadline }) });
  const history = upstream({
    baseUrl: archiveUrl,
    maxBytes: ARCHIVE_MAX_BYTES,
    deadline: deadline ?? ARCHIVE_DEADLINE,
  });
  const answered = (reply: Reply, place: Place, hints: SourceHints): CallOutcome => {
    const outcome = outcomeOf(reply, place, hints);
    options.logger.debug({ source: name, cityId: place.cityId, outcome: outcome.kind }, 'asked upstream');
    return outcome;
  };
  return {
    name,
    async current(place, signal) {
      const window = { past_hours: LIVE_PAST_HOURS, forecast_hours: 1 };
      const reply = await live('/v1/forecast', { ...parametersFor(place), ...window }, signal);
      return answered(reply, place, hintsOf(name, 'OPEN_METEO_URL'));
    },
    async archive(place, span, signal) {
      const days = { start_date: span.from, end_date: span.to };
      const reply = await history('/v1/archive', { ...parametersFor(place), ...days }, signal);
      return answered(reply, place, hintsOf(name, 'OPEN_METEO_ARCHIVE_URL'));
    },
  };
}

/**
 * Always GMT and Unix seconds: one UTC offset covers a whole reply, so local hours would be wrong on one side of a
 * daylight-saving change.
 */
function parametersFor(place: Place): Record<string, string> {
  return {
    latitude: coordinate(place.latitude),
    longitude: coordinate(place.longitude),
    hourly: HOURLY_VARIABLES.join(','),
    timezone: 'GMT',
    timeformat: 'unixtime',
    wind_speed_unit: 'ms',
  };
}

function hintsOf(name: SourceName, urlSetting: string): SourceHints {
  return {
    name,
    unauthorised: 'it takes no key, so something between us and it refuses the call',
    address: `check ${urlSetting}`,
    pauseNamed,
  };
}
