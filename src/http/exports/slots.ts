import { clientOf } from '../../domain/client.js';
import { MOST_EXPORTS } from '../../export/export.js';
import { apiError } from '../../graphql/errors.js';

/** Exports at once for one client. */
const MOST_OF_ONE = 2;
/** Seconds after which to try again. */
const RETRY_AFTER = '10';

/** Who exports now: the database is to have time for others, too. */
export class ExportSlots {
  private readonly running = new Map<string, number>();
  private total = 0;

  /**
   * Takes a place.
   * @param address that of the client
   * @returns gives it back
   * @throws GraphQLError RATE_LIMITED or SERVICE_UNAVAILABLE
   */
  take(address: string): () => void {
    const client = clientOf(address);
    const ofClient = this.running.get(client) ?? 0;
    if (ofClient >= MOST_OF_ONE) {
      throw busy(
        'RATE_LIMITED',
        429,
        `You have ${MOST_OF_ONE} exports running: wait until one of them ends.`,
      );
    }
    if (this.total >= MOST_EXPORTS) {
      throw busy('SERVICE_UNAVAILABLE', 503, `${MOST_EXPORTS} exports are running: try again later.`);
    }
    this.total += 1;
    this.running.set(client, ofClient + 1);
    return () => this.give(client);
  }

  private give(client: string): void {
    this.total -= 1;
    const left = (this.running.get(client) ?? 1) - 1;
    if (left > 0) this.running.set(client, left);
    else this.running.delete(client);
  }
}

function busy(code: 'RATE_LIMITED' | 'SERVICE_UNAVAILABLE', status: number, message: string) {
  const headers = new Map([['retry-after', RETRY_AFTER]]);
  return apiError(code, message, { http: { status, headers } });
}
