import type { ComponentChildren } from 'preact';
import { useKeptText } from '../kept-form/kept-forms.ts';
import { controlAttributes, Field, type FieldProps } from './field.tsx';

export type TextFieldProps = FieldProps & {
  value?: string | undefined;
  /** Which keyboard a phone brings up. Not the input's type: its checks speak the browser's language. */
  inputMode?: 'text' | 'email' | 'tel' | 'url' | 'search' | undefined;
  placeholder?: string | undefined;
  autocomplete?: string | undefined;
  maxLength?: number | undefined;
  spellcheck?: boolean | undefined;
  /** Takes the keyboard when the page opens: only where the page is this one field. */
  autofocus?: boolean | undefined;
  /** A word after the box that belongs to the answer, such as a unit. */
  suffix?: string | undefined;
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return (
    <Field field={props}>
      <Affixed suffix={props.suffix}>
        <input
          {...controlAttributes(props)}
          class="input"
          type="text"
          inputmode={props.inputMode}
          value={useKeptText(props.name, props.value)}
          placeholder={props.placeholder}
          autocomplete={props.autocomplete}
          maxlength={props.maxLength}
          spellcheck={props.spellcheck}
          autofocus={props.autofocus}
        />
      </Affixed>
    </Field>
  );
}

export type NumberFieldProps = FieldProps & {
  /** As the person typed or reads it, decimal comma and thousands included. */
  value?: string | undefined;
  suffix?: string | undefined;
  placeholder?: string | undefined;
  /** Whole numbers bring up a keyboard without a decimal sign. */
  isWhole?: boolean | undefined;
};

/** A number in the reader's own notation; a plain text box, because number boxes refuse a decimal comma. */
export function NumberField(props: NumberFieldProps) {
  return (
    <Field field={props}>
      <Affixed suffix={props.suffix}>
        <input
          {...controlAttributes(props)}
          class="input"
          type="text"
          inputmode={props.isWhole ? 'numeric' : 'decimal'}
          autocomplete="off"
          value={useKeptText(props.name, props.value)}
          placeholder={props.placeholder}
        />
      </Affixed>
    </Field>
  );
}

/** An amount of money in whole units; thousands come back grouped, as `15.000`. `suffix` names the currency. */
export function MoneyField(props: NumberFieldProps & { suffix: string }) {
  return (
    <Field field={{ width: 'short', ...props }}>
      <Affixed suffix={props.suffix}>
        <input
          {...controlAttributes(props)}
          class="input"
          data-align="end"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          value={useKeptText(props.name, props.value)}
          placeholder={props.placeholder}
        />
      </Affixed>
    </Field>
  );
}

export type DateFieldProps = FieldProps & {
  /** dd/mm/yyyy, or whatever was typed when it comes back with an error. */
  value?: string | undefined;
  placeholder?: string | undefined;
};

/** A day as dd/mm/yyyy; a text box, because native date boxes follow the language of the browser. */
export function DateField(props: DateFieldProps) {
  return (
    <Field field={{ width: 'short', ...props }}>
      <input
        {...controlAttributes(props)}
        class="input"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        maxlength={10}
        value={useKeptText(props.name, props.value)}
        placeholder={props.placeholder}
      />
    </Field>
  );
}

export type PasswordFieldProps = FieldProps & {
  autocomplete: 'current-password' | 'new-password';
};

/** A secret: never prefilled, never corrected by the keyboard. */
export function PasswordField(props: PasswordFieldProps) {
  return (
    <Field field={props}>
      <input
        {...controlAttributes(props)}
        class="input"
        type="password"
        autocomplete={props.autocomplete}
        autocapitalize="none"
        spellcheck={false}
      />
    </Field>
  );
}

export type TextareaFieldProps = FieldProps & {
  value?: string | undefined;
  rows?: number | undefined;
  maxLength?: number | undefined;
  placeholder?: string | undefined;
};

/** Several lines of text. */
export function TextareaField(props: TextareaFieldProps) {
  return (
    <Field field={props}>
      <textarea
        {...controlAttributes(props)}
        class="input"
        rows={props.rows ?? 3}
        maxlength={props.maxLength}
        placeholder={props.placeholder}
        value={useKeptText(props.name, props.value) ?? ''}
      />
    </Field>
  );
}

function Affixed({ suffix, children }: { suffix: string | undefined; children: ComponentChildren }) {
  if (!suffix) return <>{children}</>;
  return (
    <div class="field-affix">
      {children}
      <span>{suffix}</span>
    </div>
  );
}
