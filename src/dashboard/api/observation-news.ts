import { useEffect, useState } from 'preact/hooks';
import { ObservationAddedDocument, type ObservationAddedSubscription } from '../generated/graphql.js';
import { useKey } from '../state/key.js';
import { useVisible } from '../state/use-visible.js';
import { stream } from './stream.js';

/** Milliseconds in which news of several cities are one: a sweep loads all of them at once. */
const GATHER = 500;
/** Milliseconds until a stream that broke for good is opened again. */
const AGAIN = 30_000;

export interface ObservationNews {
  /** Grows whenever there are new observations: renew what shows them. */
  count: number;
  /** False while the stream is down: what is shown is then only as new as the last look. */
  isLive: boolean;
}

/** Listens for new observations of cities while the page can be seen: a hidden one holds no connection. */
export function useObservationNews(cityIds: readonly string[]): ObservationNews {
  const [count, setCount] = useState(0);
  const [isLive, setLive] = useState(true);
  const [round, setRound] = useState(0);
  const visible = useVisible();
  const key = useKey();
  useEffect(() => {
    if (cityIds.length === 0 || !visible) return undefined;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = () => {
      timer = undefined;
      setCount((n) => n + 1);
    };
    const fall = () => {
      if (stopped) return;
      setLive(false);
      clearTimeout(timer);
      timer = setTimeout(() => setRound((n) => n + 1), AGAIN);
    };
    const stop = stream.subscribe<ObservationAddedSubscription>(
      { query: ObservationAddedDocument.toString(), variables: { cityIds } },
      {
        next: ({ data }) => {
          if (!data) return;
          setLive(true);
          timer ??= setTimeout(hear, GATHER);
        },
        error: fall,
        complete: fall,
      },
    );
    return () => {
      stopped = true;
      clearTimeout(timer);
      stop();
    };
  }, [cityIds.join(' '), visible, key, round]);
  return { count, isLive };
}

/** Asks again whenever there is news, and once more when what is derived from it must be there, too. */
export function useReloadOnNews({ count }: ObservationNews, reload: () => void, alsoAfterMs = 0): void {
  useEffect(() => {
    if (count === 0) return undefined;
    reload();
    if (alsoAfterMs === 0) return undefined;
    const timer = setTimeout(reload, alsoAfterMs);
    return () => clearTimeout(timer);
  }, [count]);
}
