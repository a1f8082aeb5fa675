import { useEffect, useId, useState } from 'preact/hooks';
import { ask } from '../api/ask.js';
import { useLoaded, type Loaded } from '../api/use-query.js';
import { countText } from '../domain/format.js';
import {
  LargestTrackedDocument,
  SearchCitiesDocument,
  type SearchCitiesQuery,
} from '../generated/graphql.js';
import { placeOf } from './city-name.js';

export type FoundCity = SearchCitiesQuery['cities']['nodes'][number];

interface Props {
  label: string;
  onPick: (city: FoundCity) => void;
}

/** Milliseconds without a key before the API is asked. */
const PAUSE = 150;

/** Finds a city by its name as one types; before that, the largest ones that are followed. A combobox by the book. */
export function CityPicker({ label, onPick }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const search = useSettled(text.trim());
  const found = useCities(search);
  const cities = found.data ?? [];
  const pick = (city: FoundCity | undefined) => {
    if (!city) return;
    onPick(city);
    setText('');
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive((i) => (open ? Math.min(cities.length - 1, i + 1) : i));
    else if (event.key === 'ArrowUp') setActive((i) => Math.max(0, i - 1));
    // What is listed belongs to what was typed a moment ago: nothing is picked that was not seen.
    else if (event.key === 'Enter' && search !== text.trim()) return;
    else if (event.key === 'Enter' && open) pick(cities[active]);
    else if (event.key !== 'Escape') return;
    setOpen(event.key !== 'Escape' && event.key !== 'Enter');
    event.preventDefault();
  };
  return (
    <div class="picker">
      <input
        type="text"
        role="combobox"
        placeholder={label}
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && cities.length > 0 ? `${id}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label="Cities" hidden={!open || cities.length === 0}>
        {cities.map((city, i) => (
          <li
            key={city.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            // Pressing takes the focus from the field, which would close the list before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(city)}
          >
            <Found city={city} />
          </li>
        ))}
      </ul>
      <p class="picker-status" role="status">
        {open && statusOf(search, found.data, found.problem?.message)}
      </p>
    </div>
  );
}

function Found({ city }: { city: FoundCity }) {
  return (
    <>
      <span>
        {city.name} <span class="muted">{placeOf(city)}</span>
      </span>
      <span class="muted small">
        {city.tracking
          ? 'followed'
          : city.population !== null && countText(city.population, 'person', 'people')}
      </span>
    </>
  );
}

function statusOf(
  search: string,
  cities: readonly FoundCity[] | undefined,
  problem: string | undefined,
): string {
  if (problem) return problem;
  if (search.length === 1) return 'Type one more letter.';
  return cities?.length === 0 ? `No city is called “${search}”. Try another spelling.` : '';
}

/** The matches of a search; of less than two letters, the largest cities that are followed. */
function useCities(search: string): Loaded<FoundCity[]> {
  const isSearch = search.length >= 2;
  return useLoaded(isSearch ? search : '', async (signal) => {
    const { cities } = isSearch
      ? await ask(SearchCitiesDocument, { search }, signal)
      : await ask(LargestTrackedDocument, { first: 8 }, signal);
    return cities.nodes;
  });
}

/** A value once it has stayed the same for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
