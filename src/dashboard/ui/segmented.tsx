interface Props<T extends string> {
  /** What is chosen, for screen readers. */
  legend: string;
  options: readonly { value: T; label: string }[];
  /** None of the options when it is something else. */
  value: T | null;
  onChange: (value: T) => void;
}

/** A few choices side by side, of which one holds: radio buttons in the look of one bar. */
export function Segmented<T extends string>({ legend, options, value, onChange }: Props<T>) {
  return (
    <fieldset class="segmented">
      <legend class="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={legend}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
