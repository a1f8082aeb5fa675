import type { Pool } from 'pg';
import { OBSERVATIONS_ADDED_CHANNEL, RUN_CHANGED_CHANNEL } from '../../database/live-channels.js';
import { Notifications } from '../../database/notifications.js';
import type { Logger } from '../../logger.js';
import { ObservationFeed } from './observation-feed.js';
import { RunFeed } from './run-feed.js';

export interface FeedOptions {
  /** Where to listen; the primary, as replicas of a database pass no notifications on. */
  databaseUrl: string;
  /** The same database: what is notified may not have reached a replica yet. */
  db: Pick<Pool, 'query'>;
  logger: Logger;
}

/** All that subscriptions live on, fed by PostgreSQL's notifications: whichever process wrote, every one hears. */
export class Feed {
  readonly observations: ObservationFeed;
  readonly runs: RunFeed;
  readonly #notifications: Notifications;
  #listening: Promise<void> | undefined;

  constructor({ databaseUrl, db, logger }: FeedOptions) {
    this.observations = new ObservationFeed(db, logger);
    this.runs = new RunFeed(db, logger);
    const handlers = {
      [OBSERVATIONS_ADDED_CHANNEL]: this.observations.hear,
      [RUN_CHANGED_CHANNEL]: this.runs.hear,
    };
    this.#notifications = new Notifications(databaseUrl, handlers, logger);
  }

  /** Subscriptions that run now. */
  get size(): number {
    return this.observations.size + this.runs.size;
  }

  /** The first subscriber makes it listen; before that it holds no connection. */
  listen(): Promise<void> {
    return (this.#listening ??= this.#notifications.start());
  }

  /** Ends every subscription. */
  async stop(): Promise<void> {
    this.observations.stop();
    this.runs.stop();
    await this.#notifications.stop();
  }
}
