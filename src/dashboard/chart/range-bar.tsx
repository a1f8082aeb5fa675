import { useState } from 'preact/hooks';
import {
  formatRange,
  parseRange,
  RANGES,
  type ChosenRange,
  type RangeName,
  type Span,
} from '../domain/ranges.js';
import { Segmented } from '../ui/segmented.js';

interface Props {
  range: ChosenRange;
  span: Span;
  onChange: (range: ChosenRange) => void;
}

const OPTIONS: readonly { value: RangeName | 'custom'; label: string }[] = [
  ...RANGES.map((value) => ({
    value,
    label: value.replace('h', ' h').replace('d', ' d').replace('y', ' y'),
  })),
  { value: 'custom', label: 'Custom' },
];

/** Chooses the time that is drawn: up to now, or from one day to another. */
export function RangeBar({ range, span, onChange }: Props) {
  const [asked, setAsked] = useState(false);
  const isCustom = typeof range !== 'string' || asked;
  const choose = (value: RangeName | 'custom') => {
    setAsked(value === 'custom');
    if (value !== 'custom') onChange(value);
  };
  return (
    <div class="range-bar">
      <Segmented legend="Time" options={OPTIONS} value={isCustom ? 'custom' : range} onChange={choose} />
      {isCustom && <CustomRange key={formatRange(range)} span={span} onChange={onChange} />}
    </div>
  );
}

function CustomRange({ span, onChange }: { span: Span; onChange: (range: Span) => void }) {
  const [from, setFrom] = useState(minute(span.from));
  const [to, setTo] = useState(minute(span.to));
  const chosen = parseRange(`${from}Z..${to}Z`);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (chosen && typeof chosen !== 'string') onChange(chosen);
  };
  return (
    <form class="custom-range" onSubmit={onSubmit}>
      <label class="field">
        <span>From (UTC)</span>
        <input type="datetime-local" value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
      </label>
      <label class="field">
        <span>To (UTC)</span>
        <input type="datetime-local" value={to} onInput={(event) => setTo(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button" disabled={!chosen}>
        Show
      </button>
      {!chosen && <span role="status">The end must come after the beginning, within 366 days.</span>}
    </form>
  );
}

const minute = (at: number): string => new Date(at).toISOString().slice(0, 16);
