import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';

/** What every field of a form says of itself. The id is the name unless two fields share a name. */
export type FieldProps = {
  name: string;
  id?: string | undefined;
  label: string;
  /** The label is said, not drawn: only where the place itself tells, as in a search bar. */
  isLabelHidden?: boolean | undefined;
  hint?: ComponentChildren;
  /** What is wrong and what would be right, in one sentence. */
  error?: string | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Room the answer needs; the field never grows past its column. */
  width?: 'full' | 'long' | 'medium' | 'short' | undefined;
};

type ControlAttributes = {
  id: string;
  name: string;
  required: boolean | undefined;
  disabled: boolean | undefined;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
};

/** Id of the field's control: what an error summary links to. */
export function fieldId({ id, name }: Pick<FieldProps, 'id' | 'name'>): string {
  return id ?? name;
}

/** Attributes that tie a control to its label, hint and error. */
export function controlAttributes(field: FieldProps): ControlAttributes {
  return {
    id: fieldId(field),
    name: field.name,
    required: field.required || undefined,
    disabled: field.disabled || undefined,
    'aria-invalid': field.error ? true : undefined,
    'aria-describedby': describedBy(field),
  };
}

/** Ids of the hint and the error of a field, for `aria-describedby`. */
export function describedBy(field: FieldProps): string | undefined {
  const id = fieldId(field);
  const ids = [field.hint ? `${id}-hint` : '', field.error ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Label, hint and error around one control. */
export function Field({ field, children }: { field: FieldProps; children: ComponentChildren }) {
  const id = fieldId(field);
  return (
    <div class="field" data-invalid={field.error ? true : undefined} data-width={field.width}>
      <label class={field.isLabelHidden ? 'said' : 'field-label'} for={id}>
        {field.label}
      </label>
      <FieldNotes field={field} part="hint" />
      {children}
      <FieldNotes field={field} part="error" />
    </div>
  );
}

/** A group of choices under one legend, with its hint and error. */
export function FieldGroup({ field, children }: { field: FieldProps; children: ComponentChildren }) {
  return (
    <fieldset
      class="field"
      id={`${fieldId(field)}-group`}
      data-invalid={field.error ? true : undefined}
      aria-describedby={describedBy(field)}
    >
      <legend class={field.isLabelHidden ? 'said' : 'field-label'}>{field.label}</legend>
      <FieldNotes field={field} part="hint" />
      {children}
      <FieldNotes field={field} part="error" />
    </fieldset>
  );
}

function FieldNotes({ field, part }: { field: FieldProps; part: 'hint' | 'error' }) {
  const id = `${fieldId(field)}-${part}`;
  if (part === 'hint') {
    return field.hint ? (
      <p class="field-hint" id={id}>
        {field.hint}
      </p>
    ) : null;
  }
  return field.error ? (
    <p class="field-error" id={id}>
      <Icon name="circle-alert" />
      <span>{field.error}</span>
    </p>
  ) : null;
}
