import { MOST_CITIES } from '../state/page-state.js';
import { navigate } from '../state/use-page.js';
import { CityPicker } from './picker.js';

/** The cities that are shown, each with its colour, and the way to another one. */
export function CityChips({ cities }: { cities: readonly { id: string; name: string }[] }) {
  const ids = cities.map(({ id }) => id);
  const isFull = ids.length >= MOST_CITIES;
  return (
    <div class="chips">
      <ul aria-label="Cities shown">
        {cities.map(({ id, name }, place) => (
          <li key={id} class={`chip city-${place + 1}`}>
            <span class="swatch" aria-hidden="true" />
            {name}
            {ids.length > 1 && (
              <button
                type="button"
                aria-label={`Remove ${name}`}
                onClick={() => navigate({ cities: ids.filter((other) => other !== id) })}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {isFull ? (
        <span class="muted">{MOST_CITIES} cities at most: remove one to add another.</span>
      ) : (
        <CityPicker
          label={ids.length === 0 ? 'Find a city' : 'Add a city to compare'}
          onPick={({ id }) => navigate({ cities: [...new Set([...ids, id])] })}
        />
      )}
    </div>
  );
}
