import { useCallback, useEffect, useState } from 'preact/hooks';
import type { TypedDocumentString } from '../generated/graphql.js';
import { useKey } from '../state/key.js';
import { ask } from './ask.js';
import { ApiProblem, passesByItself } from './problem.js';

/** An answer on its way, here, or failed; `data` stays while it is renewed. */
export interface Loaded<T> {
  data?: T | undefined;
  problem?: ApiProblem | undefined;
  /** True while a question is under way. */
  loading: boolean;
  /** Asks again at once. */
  reload: () => void;
}

/** Milliseconds until a question is put again that failed for a reason which passes. */
const RETRY = 3_000;

interface Held<T> {
  key: string;
  data?: T | undefined;
  problem?: ApiProblem | undefined;
  loading: boolean;
}

/**
 * Loads what `key` names, again whenever it changes, and every `refreshMs` while the page is visible.
 * @param load called with a signal that ends what is no longer wanted
 */
export function useLoaded<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  refreshMs = 0,
): Loaded<T> {
  const accessKey = useKey();
  const [round, setRound] = useState(0);
  const [held, setHeld] = useState<Held<T>>({ key, loading: true });
  const reload = useCallback(() => setRound((n) => n + 1), []);
  useEffect(() => {
    const controller = new AbortController();
    setHeld((old) => ({ ...(old.key === key ? old : { key }), loading: true }));
    load(controller.signal).then(
      (data) => setHeld({ key, data, loading: false }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setHeld((old) => ({ ...old, problem: problemOf(error), loading: false }));
      },
    );
    return () => controller.abort();
  }, [key, round, accessKey]);
  useRepeat(reload, held.problem && passesByItself(held.problem) ? RETRY : refreshMs);
  const current = held.key === key ? held : { loading: true };
  return { ...current, reload };
}

/** One question of the API as a hook. */
export function useQuery<A, V>(document: TypedDocumentString<A, V>, variables: V, refreshMs = 0): Loaded<A> {
  const key = document.toString() + JSON.stringify(variables);
  return useLoaded(key, (signal) => ask(document, variables, signal), refreshMs);
}

function useRepeat(action: () => void, everyMs: number): void {
  useEffect(() => {
    if (everyMs === 0) return undefined;
    const timer = setInterval(() => {
      if (globalThis.document.visibilityState === 'visible') action();
    }, everyMs);
    return () => clearInterval(timer);
  }, [action, everyMs]);
}

const problemOf = (error: unknown): ApiProblem =>
  error instanceof ApiProblem
    ? error
    : new ApiProblem(error instanceof Error ? error.message : String(error), 'UNKNOWN');
