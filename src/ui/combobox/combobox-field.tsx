import type { HTMLAttributes, VNode } from 'preact';
import { type SelectFieldProps, SelectControl } from '../field/choice-field.tsx';
import { Field } from '../field/field.tsx';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'combo-box': HTMLAttributes<HTMLElement> & { 'data-none'?: string; 'data-found'?: string };
    }
  }
}

export type ComboboxFieldProps = SelectFieldProps & {
  /** Said and shown by the script: nothing matches; `{n}` matches, with the number in its place. */
  words: { none: string; found: string };
};

/** The script that makes the select of a `ComboboxField` a field to type in. */
export const comboboxScript = 'combobox.island.js';

/**
 * One of many, found by typing a part of its words, with or without diacritics. Without script it is the plain select
 * it is made from; `comboboxScript` must be on the page.
 */
export function ComboboxField(props: ComboboxFieldProps): VNode {
  return (
    <Field field={props}>
      <combo-box data-none={props.words.none} data-found={props.words.found}>
        <SelectControl {...props} />
      </combo-box>
    </Field>
  );
}
