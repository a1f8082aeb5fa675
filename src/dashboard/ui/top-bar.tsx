import { UNIT_LABELS } from '../domain/format.js';
import type { Units } from '../generated/graphql.js';
import { VIEWS, type PageState, type View } from '../state/page-state.js';
import { chooseTheme, useTheme, type Theme } from '../state/theme.js';
import { hrefOf, navigate } from '../state/use-page.js';
import { Select } from './select.js';

const VIEW_LABELS: Readonly<Record<View, string>> = { weather: 'Weather', map: 'Map', pipeline: 'Pipeline' };
const UNIT_OPTIONS = (['METRIC', 'IMPERIAL', 'SCIENTIFIC'] as const satisfies readonly Units[]).map(
  (value) => ({
    value,
    label: UNIT_LABELS[value],
  }),
);
const THEMES: readonly { value: Theme; label: string }[] = [
  { value: 'auto', label: 'Theme: system' },
  { value: 'light', label: 'Theme: light' },
  { value: 'dark', label: 'Theme: dark' },
];

/** Name, views, units, theme. */
export function TopBar({ page }: { page: PageState }) {
  const theme = useTheme();
  return (
    <header class="top">
      <div class="top-inner">
        <a class="brand" href="/" aria-label="Weather warehouse, beginning">
          <Mark />
          Weather warehouse
        </a>
        <nav aria-label="Views">
          {VIEWS.map((view) => (
            <ViewLink key={view} view={view} page={page} />
          ))}
        </nav>
        <div class="top-tools">
          <Select
            label="Units"
            options={UNIT_OPTIONS}
            value={page.units}
            onChange={(units) => navigate({ units })}
          />
          <Select label="Theme" options={THEMES} value={theme} onChange={chooseTheme} />
        </div>
      </div>
    </header>
  );
}

function ViewLink({ view, page }: { view: View; page: PageState }) {
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate({ view });
  };
  return (
    <a
      href={hrefOf({ ...page, view })}
      aria-current={view === page.view ? 'page' : undefined}
      onClick={onClick}
    >
      {VIEW_LABELS[view]}
    </a>
  );
}

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect class="mark-ground" width="32" height="32" rx="8" />
      <circle class="mark-sun" cx="20" cy="12" r="5.5" />
      <path
        class="mark-cloud"
        d="M10.5 24.500a4.8 4.8 0 0 1-.3-9.6 6.3 6.3 0 0 1 12 1.5 4.1 4.1 0 0 1-.4 8.100z"
      />
    </svg>
  );
}
