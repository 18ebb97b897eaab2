import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

export type ButtonKind = 'secondary' | 'primary' | 'quiet' | 'danger';

type ButtonLook = {
  children: ComponentChildren;
  kind?: ButtonKind | undefined;
  size?: 'normal' | 'small' | undefined;
  icon?: IconName | undefined;
  /** The keys that press it while the page listens, such as `Control+Z`. */
  shortcut?: string | undefined;
  /** The accessible name when the visible words alone are not clear; it must contain them. */
  label?: string | undefined;
};

export type ButtonProps = ButtonLook & {
  type?: 'submit' | 'button' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  form?: string | undefined;
  formAction?: string | undefined;
  disabled?: boolean | undefined;
  busy?: boolean | undefined;
  /** Id of the sentence that says why the act is blocked: the button stays reachable and does nothing. */
  blockedBy?: string | undefined;
  popoverTarget?: string | undefined;
};

export type LinkButtonProps = ButtonLook & { href: string; download?: boolean | undefined };

/** Does something: sends its form unless told otherwise. Words are a verb; one primary button a page. */
export function Button(props: ButtonProps) {
  const { kind = 'secondary', size = 'normal', type = 'submit', icon, label, blockedBy } = props;
  return (
    <button
      class="button"
      data-kind={kind}
      data-size={size}
      type={blockedBy ? 'button' : type}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formAction}
      disabled={props.disabled}
      aria-label={label}
      aria-busy={props.busy || undefined}
      aria-disabled={blockedBy ? true : undefined}
      aria-describedby={blockedBy}
      popovertarget={props.popoverTarget}
      aria-keyshortcuts={props.shortcut}
    >
      {icon && <Icon name={icon} />}
      {props.children}
    </button>
  );
}

/** Goes somewhere, and looks like a button because it is the next thing to do. */
export function LinkButton({ kind = 'secondary', size = 'normal', ...props }: LinkButtonProps) {
  return (
    <a
      class="button"
      data-kind={kind}
      data-size={size}
      href={props.href}
      download={props.download}
      aria-label={props.label}
      aria-keyshortcuts={props.shortcut}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  );
}

/** Buttons in a row that breaks into lines where there is no room. */
export function ButtonRow({ children }: { children: ComponentChildren }) {
  return <div class="button-row">{children}</div>;
}
