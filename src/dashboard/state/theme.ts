import { createStore } from './store.js';

export type Theme = 'auto' | 'light' | 'dark';
const NAME = 'weather-warehouse.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

const isTheme = (value: string | null): value is Theme => value === 'light' || value === 'dark';
const stored = localStorage.getItem(NAME);
const chosen = createStore<Theme>(isTheme(stored) ? stored : 'auto');
/** What is seen: charts draw on a canvas, which knows no style sheet. */
const seen = createStore<'light' | 'dark'>('light');

function apply(): void {
  const theme = chosen.get();
  const shown = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme;
  document.documentElement.dataset.theme = shown;
  seen.set(shown);
}

dark.addEventListener('change', apply);
apply();

export const useTheme = (): Theme => chosen.use();
export const useShownTheme = (): 'light' | 'dark' => seen.use();

/** Chooses a theme for this browser; `auto` follows the system. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'auto') localStorage.removeItem(NAME);
  else localStorage.setItem(NAME, theme);
  chosen.set(theme);
  apply();
}
