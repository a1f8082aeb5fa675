import { createClient } from 'graphql-sse';
import { useEffect, useState } from 'preact/hooks';
import {
  RunProgressDocument,
  type RunPartsFragment,
  type RunProgressSubscription,
} from '../generated/graphql.js';
import { currentKey } from '../state/key.js';

const client = createClient({
  url: '/graphql/stream',
  headers: (): Record<string, string> => {
    const key = currentKey();
    return key ? { authorization: `Bearer ${key}` } : {};
  },
  retryAttempts: 3,
});

/**
 * The runs that are active, as they move.
 * @param ids of those; each is listened to until it has finished
 * @param onEnd called when one has finished, or can be listened to no longer
 */
export function useRunProgress(
  ids: readonly string[],
  onEnd: () => void,
): ReadonlyMap<string, RunPartsFragment> {
  const [runs, setRuns] = useState<ReadonlyMap<string, RunPartsFragment>>(new Map());
  useEffect(() => {
    const stops = ids.map((id) =>
      client.subscribe<RunProgressSubscription>(
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
