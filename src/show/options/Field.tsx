import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  label: string;
  value: string;
  /** What is wrong with the text, in words; `undefined` when it can be saved. */
  fault: (text: string) => string | undefined;
  save: (text: string) => unknown;
  hint?: string | undefined;
  placeholder?: string | undefined;
  rows?: number;
  list?: string;
  type?: 'text' | 'date';
  /** Hours, dates and zone names are written from left to right in every language. */
  dir?: 'ltr' | 'auto';
  name: string;
  /** What is typed is added to a list, and the field is empty again. */
  adds?: boolean;
  /** The label is for the ear alone, where a table's headers say it to the eye. */
  quiet?: boolean;
  children?: ComponentChildren;
}

/** A text that is saved when it is left, or says beside the field why not. */
export function Field({
  label,
  value,
  fault,
  save,
  hint,
  rows,
  name,
  dir,
  quiet,
  adds,
  children,
  ...rest
}: Props) {
  const id = useId();
  const [wrong, setWrong] = useState<string>();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const show = () => {
    if (input.current) input.current.value = value;
    setWrong(undefined);
  };
  // What is stored may change under the field, by an undo for one; before anything more is typed.
  useLayoutEffect(show, [value]);
  const leave = (text: string) => {
    const found = fault(text);
    setWrong(found);
    if (found !== undefined || text === value) return;
    save(text);
    if (adds) show();
  };
  const said = wrong ?? hint;
  const shared = {
    id,
    name,
    dir: dir ?? 'auto',
    ref: input,
    defaultValue: value,
    'aria-invalid': wrong !== undefined,
    'aria-describedby': said ? `${id}-hint` : undefined,
    onChange: (event: { currentTarget: { value: string } }) => leave(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id} class={quiet ? 'heard' : undefined}>
        {label}
      </label>
      {rows ? <textarea {...shared} rows={rows} /> : <input type="text" {...shared} {...rest} />}
      {children}
      {said && (
        <p id={`${id}-hint`} class={wrong ? 'small warn' : 'small quiet'} role={wrong ? 'alert' : undefined}>
          {said}
        </p>
      )}
    </div>
  );
}
