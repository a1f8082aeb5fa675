import { createStore } from './store.js';

const NAME = 'weather-warehouse.key';

/** The key is a password: it stays in memory, and in the browser's storage only if that was asked for. */
const store = createStore(localStorage.getItem(NAME) ?? '');

export const currentKey = (): string => store.get();
export const useKey = (): string => store.use();

/** Takes a key for all questions from now on; an empty one forgets it, here and in storage. */
export function enterKey(key: string, remember: boolean): void {
  if (remember && key) localStorage.setItem(NAME, key);
  else localStorage.removeItem(NAME);
  store.set(key);
}
