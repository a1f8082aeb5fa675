import { useEffect, useState } from 'preact/hooks';
import {
  RunProgressDocument,
  type RunPartsFragment,
  type RunProgressSubscription,
} from '../generated/graphql.js';
import { stream } from './stream.js';

/** A browser opens six connections to one host at most: what else the page asks needs some, too. */
const MOST_STREAMS = 3;

/**
 * The runs that are active, as they move: the first few of them.
 * @param ids of those; each is listened to until it has finished
 * @param onEnd called when one has finished, or can be listened to no longer
 */
export function useRunProgress(
  ids: readonly string[],
  onEnd: () => void,
): ReadonlyMap<string, RunPartsFragment> {
  const [runs, setRuns] = useState<ReadonlyMap<string, RunPartsFragment>>(new Map());
  useEffect(() => {
    const stops = ids.slice(0, MOST_STREAMS).map((id) =>
      stream.subscribe<RunProgressSubscription>(
        { query: RunProgressDocument.toString(), variables: { id } },
        {
          next: ({ data }) => {
            if (data) setRuns((old) => new Map(old).set(id, data.runProgress));
          },
          error: onEnd,
          complete: onEnd,
        },
      ),
    );
    return () => stops.forEach((stop) => stop());
  }, [ids.join(' ')]);
  return runs;
}
