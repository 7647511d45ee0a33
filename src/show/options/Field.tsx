import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

interface Props {
  label: string;
  value: string;
  /** What is wrong with the text, in words; `undefined` when it can be saved. */
  fault: (text: string) => string | undefined;
  save: (text: string) => unknown;
  hint?: string;
  placeholder?: string;
  rows?: number;
  list?: string;
  /** Hours, dates and zone names are written from left to right in every language. */
  dir?: 'ltr' | 'auto';
  name: string;
  children?: ComponentChildren;
}

/** A text that is saved when it is left, or says beside the field why not. */
export function Field({ label, value, fault, save, hint, rows, name, dir, children, ...input }: Props) {
  const id = useId();
  const [wrong, setWrong] = useState<string>();
  const leave = (text: string) => {
    const found = fault(text);
    setWrong(found);
    if (found === undefined && text !== value) save(text);
  };
  const shared = {
    id,
    name,
    dir: dir ?? 'auto',
    defaultValue: value,
    key: value,
    'aria-invalid': wrong !== undefined,
    'aria-describedby': `${id}-hint`,
    onChange: (event: { currentTarget: { value: string } }) => leave(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {rows ? <textarea {...shared} rows={rows} /> : <input type="text" {...shared} {...input} />}
      {children}
      <p id={`${id}-hint`} class={wrong ? 'small warn' : 'small quiet'} role={wrong ? 'alert' : undefined}>
        {wrong ?? hint}
      </p>
    </div>
  );
}
