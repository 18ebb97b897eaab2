import type { ComponentChildren } from 'preact';
import { Button } from '#ui/button/button.tsx';

export type PasskeyFormProps = {
  action: string;
  /** Whether the device is to make a passkey or to sign with one. */
  kind: 'make' | 'sign';
  options: string;
  challengeHref: string;
  label: string;
  /** What to say when the device or the person declines. */
  trouble: string;
  /** The page to open afterwards. */
  back?: string | undefined;
  isPrimary?: boolean | undefined;
  children?: ComponentChildren;
};

/** A form that a device fills in; hidden where no script runs, since it could do nothing there. */
export function PasskeyForm(props: PasskeyFormProps) {
  return (
    <form
      method="post"
      action={props.action}
      class="form"
      hidden
      data-passkey={props.kind}
      data-options={props.options}
      data-challenge={props.challengeHref}
      novalidate
    >
      <input type="hidden" name="credential" />
      {props.back !== undefined && <input type="hidden" name="ve" value={props.back} />}
      {props.children}
      <p role="alert" hidden>
        {props.trouble}
      </p>
      <p class="form-actions">
        <Button kind={props.isPrimary ? 'primary' : 'secondary'}>{props.label}</Button>
      </p>
    </form>
  );
}

/** The script that a page with such a form needs. */
export const passkeyScript = 'passkey.island.js';
