export interface SegmentsProps {
  legend: string;
  name: string;
  initial: string;
  options: readonly { value: string; label: string; lang?: string }[];
  /** What follows from the choice, in a sentence. */
  hint?: string;
}

/** One of few, side by side: what is chosen is soft, so that the filled button stays the only one. */
export function Segments({ legend, name, initial, options, hint }: SegmentsProps) {
  return (
    <fieldset className="flex flex-col">
      <legend className="pb-1 font-semibold text-base">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label, lang }) => (
          <label
            className="inline-flex min-h-12 cursor-pointer items-center gap-2 rounded-control border border-edge bg-surface px-4 text-base has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
            key={value}
            lang={lang}
          >
            <input
              className="size-4 accent-accent outline-none"
              defaultChecked={value === initial}
              name={name}
              type="radio"
              value={value}
            />
            {label}
          </label>
        ))}
      </div>
      {hint ? <p className="pt-1 text-base text-ink-2">{hint}</p> : null}
    </fieldset>
  );
}
