import type { Pool } from 'pg';
import { openSources, type Sources } from '../../app/sources.js';
import type { Config } from '../../config/load.js';
import type { Place } from '../../domain/observation.js';
import { pauseFor } from '../../jobs/fetch/trouble.js';
import type { Logger } from '../../logger.js';
import { duration } from '../output/text.js';
import { fail, ok, warn, type Finding } from './finding.js';

/** For a warehouse that follows no city. */
const NEW_YORK: Place = { cityId: 5128581, latitude: 40.71427, longitude: -74.00597 };

/** Makes one call, within the quota, as a fetch would. The answer is looked at and not kept. */
export async function onlineFinding(pool: Pool, config: Config, logger: Logger): Promise<Finding> {
  const sources = await openSources(pool, config, logger);
  try {
    return await call(sources, await somePlace(pool), logger);
  } finally {
    await sources.stop();
  }
}

async function call({ source, governor }: Sources, place: Place, logger: Logger): Promise<Finding> {
  const permit = await governor.ask(1);
  if (permit.kind !== 'GRANTED') {
    const says = permit.kind === 'PAUSED' ? `paused: ${permit.reason}` : 'the quota allows no call now';
    return warn('online', says, 'No call was made. Ask again when there is room.');
  }
  const begun = performance.now();
  const outcome = await source.current(place);
  const took = duration(performance.now() - begun);
  switch (outcome.kind) {
    case 'ANSWERED':
      await governor.recover(permit);
      return ok('online', `${source.name} answered for city ${place.cityId} in ${took}`);
    case 'REFUSED':
      return fail('online', outcome.detail, 'Check the base URL of the source.');
    default:
      // As in a fetch: all replicas keep away for a while.
      return fail('online', await pauseFor(governor, outcome, logger), 'Mend what the sentence names.');
  }
}

async function somePlace(pool: Pool): Promise<Place> {
  const { rows } = await pool.query<Place>(
    `SELECT c.id AS "cityId", c.latitude, c.longitude
       FROM tracked_cities AS t JOIN cities AS c ON c.id = t.city_id
      ORDER BY t.city_id LIMIT 1`,
  );
  return rows[0] ?? NEW_YORK;
}
