import { Icon } from '../icon/icon.tsx';
import { useKeptChoice, useKeptText } from '../kept-form/kept-forms.ts';
import { controlAttributes, describedBy, Field, FieldGroup, type FieldProps, fieldId } from './field.tsx';

export type Choice = {
  value: string;
  label: string;
  hint?: string | undefined;
  disabled?: boolean | undefined;
};

export type SelectFieldProps = FieldProps & {
  value?: string | undefined;
  options: readonly Choice[];
  /** Words of the empty first choice; without them the first option stands. */
  emptyLabel?: string | undefined;
};

/** One of many, folded. */
export function SelectField(props: SelectFieldProps) {
  return (
    <Field field={props}>
      <SelectControl {...props} />
    </Field>
  );
}

/** The select of a field with its arrow, without label, hint and error. */
export function SelectControl(props: SelectFieldProps) {
  const chosen = useKeptText(props.name, props.value);
  return (
    <div class="select">
      <select {...controlAttributes(props)} class="input">
        {props.emptyLabel !== undefined && <option value="">{props.emptyLabel}</option>}
        {props.options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            selected={option.value === chosen || undefined}
            disabled={option.disabled}
          >
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size="small" />
    </div>
  );
}

export type RadioCardsProps = FieldProps & {
  value?: string | undefined;
  options: readonly Choice[];
  /** Cards stand side by side where there is room, or always one below the other. */
  layout?: 'row' | 'column' | undefined;
};

/** One of a few, each with its reason in sight. An error summary links to the first card. */
export function RadioCards(props: RadioCardsProps) {
  const isChosen = useKeptChoice(props.name);
  return (
    <FieldGroup field={props}>
      <div class="choice-cards" data-layout={props.layout ?? 'row'}>
        {props.options.map((option, index) => (
          <ChoiceInput
            key={option.value}
            kind="radio"
            id={index === 0 ? fieldId(props) : `${fieldId(props)}-${index + 1}`}
            name={props.name}
            choice={option}
            checked={isChosen(option.value, option.value === props.value)}
            disabled={props.disabled || option.disabled}
            isCard
          />
        ))}
      </div>
    </FieldGroup>
  );
}

export type CheckboxGroupProps = FieldProps & {
  values?: readonly string[] | undefined;
  options: readonly Choice[];
};

/** Any of a few. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const isChosen = useKeptChoice(props.name);
  return (
    <FieldGroup field={props}>
      {props.options.map((option, index) => (
        <ChoiceInput
          key={option.value}
          kind="checkbox"
          id={index === 0 ? fieldId(props) : `${fieldId(props)}-${index + 1}`}
          name={props.name}
          choice={option}
          checked={isChosen(option.value, props.values?.includes(option.value) ?? false)}
          disabled={props.disabled || option.disabled}
        />
      ))}
    </FieldGroup>
  );
}

export type CheckboxFieldProps = Omit<FieldProps, 'isLabelHidden' | 'width'> & {
  /** What is sent when ticked. */
  value?: string | undefined;
  checked?: boolean | undefined;
};

/** A yes or no that stands alone. */
export function CheckboxField(props: CheckboxFieldProps) {
  const id = fieldId(props);
  const isChosen = useKeptChoice(props.name);
  const value = props.value ?? '1';
  return (
    <div class="field" data-invalid={props.error ? true : undefined}>
      <label class="choice" for={id}>
        <input
          {...controlAttributes({ ...props, hint: undefined })}
          aria-describedby={describedBy({ ...props, hint: undefined })}
          type="checkbox"
          value={value}
          checked={isChosen(value, props.checked ?? false)}
        />
        <span>
          {props.label}
          {props.hint && <small>{props.hint}</small>}
        </span>
      </label>
      {props.error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="circle-alert" />
          <span>{props.error}</span>
        </p>
      )}
    </div>
  );
}

type ChoiceInputProps = {
  kind: 'radio' | 'checkbox';
  id: string;
  name: string;
  choice: Choice;
  checked: boolean;
  disabled: boolean | undefined;
  isCard?: boolean;
};

function ChoiceInput({ kind, id, name, choice, checked, disabled, isCard }: ChoiceInputProps) {
  return (
    <label class={isCard ? 'choice choice-card' : 'choice'} for={id}>
      <input type={kind} id={id} name={name} value={choice.value} checked={checked} disabled={disabled} />
      <span>
        {isCard ? <b>{choice.label}</b> : choice.label}
        {choice.hint && <small>{choice.hint}</small>}
      </span>
    </label>
  );
}
