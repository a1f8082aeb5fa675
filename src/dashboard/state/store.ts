import { useEffect, useState } from 'preact/hooks';

/** A value that several components look at. */
export interface Store<T> {
  get(): T;
  set(value: T): void;
  /** The value, renewing the component when it changes. */
  use(): T;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      listeners.forEach((listener) => listener(next));
    },
    use: () => {
      const [seen, setSeen] = useState(value);
      useEffect(() => {
        const listener = (next: T) => setSeen(() => next);
        listeners.add(listener);
        listener(value);
        return () => void listeners.delete(listener);
      }, []);
      return seen;
    },
  };
}
