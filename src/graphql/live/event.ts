import type { LoaderCache } from '../loaders/loader-cache.js';
import type { ObservationNode, RunNode } from '../nodes.js';

/** What happened, as the root of a subscriber's document. */
interface LiveEvent {
  /** Shared by all who hear of it, so that what they ask below it is read once. */
  loaders: LoaderCache;
}

export interface ObservationEvent extends LiveEvent {
  observationAdded: ObservationNode;
}

export interface RunEvent extends LiveEvent {
  runProgress: RunNode;
}
