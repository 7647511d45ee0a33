import { useId } from 'preact/hooks';

interface Props {
  label: string;
  name: string;
  value: string;
  /** Value → what it is called. */
  options: readonly (readonly [value: string, text: string])[];
  choose: (value: string) => unknown;
  hint?: string | undefined;
  /** The label is for the ear alone, where a table's headers say it to the eye. */
  quiet?: boolean;
}

/** One of several, saved when it is chosen. */
export function Choice({ label, name, value, options, choose, hint, quiet }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class={quiet ? 'heard' : undefined}>
        {label}
      </label>
      <select
        id={id}
        name={name}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} class="small quiet">
          {hint}
        </p>
      )}
    </div>
  );
}

interface SwitchProps {
  name: string;
  checked: boolean;
  label: string;
  hint?: string;
  change: (on: boolean) => unknown;
}

export function Switch({ name, checked, label, hint, change }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch">
      <input
        id={id}
        type="checkbox"
        name={name}
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} class="small quiet">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
