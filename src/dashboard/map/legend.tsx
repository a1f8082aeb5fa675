import { formatNumber, formatValue } from '../domain/format.js';
import type { ColourScale } from './colour-scale.js';

const STEPS = 48;

/** What the colours mean. */
export function Legend({ scale, unit, label }: { scale: ColourScale; unit: string; label: string }) {
  const { min, max, colourOf } = scale;
  const middle = (min + max) / 2;
  return (
    <div
      class="legend"
      role="img"
      aria-label={`${label}: colours from ${formatValue(min, unit)} to ${formatValue(max, unit)}`}
    >
      <svg viewBox={`0 0 ${STEPS} 4`} preserveAspectRatio="none" aria-hidden="true">
        {Array.from({ length: STEPS }, (_, i) => (
          <rect
            key={i}
            x={i}
            width="1.05"
            height="4"
            fill={colourOf(min + ((max - min) * (i + 0.5)) / STEPS)}
          />
        ))}
      </svg>
      <span>{formatNumber(min, unit)}</span>
      <span>{formatNumber(middle, unit)}</span>
      <span>{formatValue(max, unit)}</span>
    </div>
  );
}
