import { formatPageState, parsePageState, type PageState } from './page-state.js';
import { createStore } from './store.js';

const store = createStore(parsePageState(location.search));
addEventListener('popstate', () => store.set(parsePageState(location.search)));

/** The address of the page with some of its state changed. */
export const hrefOf = (state: PageState): string => `${location.pathname}${formatPageState(state)}`;

/** Shows something else, and lets the browser's back button undo it. */
export function navigate(change: Partial<PageState>): void {
  const state = { ...store.get(), ...change };
  if (hrefOf(state) === hrefOf(store.get())) return;
  history.pushState(null, '', hrefOf(state));
  store.set(state);
}

export const usePage = (): PageState => store.use();
