import type { ColourScale } from './colour-scale.js';
import { valueText, type MapValues } from './map-values.js';

const STEPS = 48;

/** What the colours mean. */
export function Legend({ scale, values }: { scale: ColourScale; values: MapValues }) {
  const { min, max, colourOf } = scale;
  const [least, middle, greatest] = [min, (min + max) / 2, max].map((value) => valueText(values, value));
  return (
    <div class="legend" role="img" aria-label={`${values.label}: colours from ${least} to ${greatest}`}>
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
      <span>{least}</span>
      <span>{middle}</span>
      <span>{greatest}</span>
    </div>
  );
}
