import type { Glyph as Name } from '../domain/conditions.js';

const CLOUD = 'M14 33a9 9 0 0 1-.6-18A12 12 0 0 1 36.5 17.8 7.7 7.7 0 0 1 35.5 33z';

/** A small picture of the weather; the words beside it say the same. */
export function Glyph({ name }: { name: Name }) {
  return (
    <svg class={`glyph glyph-${name}`} viewBox="0 0 48 48" aria-hidden="true">
      {name === 'clear' && <Sun />}
      {name === 'clouds' && <circle class="sun" cx="34" cy="15" r="7" />}
      {name !== 'clear' && name !== 'unknown' && <path class="cloud" d={CLOUD} />}
      {name === 'rain' && <path class="drops" d="M16 38l-2 5M25 38l-2 5M34 38l-2 5" />}
      {name === 'snow' && <path class="flakes" d="M16 39v.1M25 43v.1M34 39v.1M20.5 44v.1M29.5 38v.1" />}
      {name === 'thunder' && <path class="bolt" d="M26 30l-6 8h5l-2 7 8-10h-5l3-5z" />}
      {name === 'mist' && <path class="drops" d="M12 38h24M16 43h18" />}
      {name === 'unknown' && <circle class="cloud" cx="24" cy="24" r="4" />}
    </svg>
  );
}

function Sun() {
  return (
    <>
      <circle class="sun" cx="24" cy="24" r="9" />
      <path
        class="rays"
        d="M24 6v5M24 37v5M6 24h5M37 24h5M11.3 11.300l3.5 3.500M33.2 33.200l3.5 3.500M11.3 36.700l3.5-3.500M33.2 14.800l3.5-3.5"
      />
    </>
  );
}
