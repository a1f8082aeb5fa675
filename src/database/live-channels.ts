import { SOURCES, type SourceName } from '../domain/source.js';

/** PostgreSQL channel on which every replica hears which observations a load wrote. */
export const OBSERVATIONS_ADDED_CHANNEL = 'observations_added';
/** Channel on which every replica hears that a run's row says something new; sent by a trigger. */
export const RUN_CHANGED_CHANNEL = 'run_changed';

/** PostgreSQL refuses payloads of 8000 bytes and more; keys are plain ASCII. */
const LONGEST_PAYLOAD = 7_900;

/** What names an observation. */
export interface ObservationKey {
  cityId: number;
  /** Seconds since 1970. */
  observedAt: number;
  source: SourceName;
}

/** Packs keys, `city:seconds:SOURCE`, into as few payloads as hold them. */
export function packKeys(keys: readonly string[]): string[] {
  const payloads: string[] = [];
  let payload = '';
  for (const key of keys) {
    if (payload.length + key.length >= LONGEST_PAYLOAD) {
      payloads.push(payload);
      payload = '';
    }
    payload += payload === '' ? key : `,${key}`;
  }
  return payload === '' ? payloads : [...payloads, payload];
}

/** The keys of a payload; what is none is passed over, as anybody with access to the database may notify. */
export function unpackKeys(payload: string): ObservationKey[] {
  return payload.split(',').flatMap((text) => {
    const [, city, seconds, source] = /^(\d{1,10}):(\d{1,12}):([A-Z_]+)$/.exec(text) ?? [];
    return city === undefined || !isSource(source)
      ? []
      : [{ cityId: Number(city), observedAt: Number(seconds), source }];
  });
}

function isSource(text: string | undefined): text is SourceName {
  return SOURCES.some((source) => source === text);
}
