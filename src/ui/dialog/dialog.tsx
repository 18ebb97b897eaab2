import type { ComponentChildren } from 'preact';
import { Button, type ButtonKind } from '../button/button.tsx';
import { Icon, type IconName } from '../icon/icon.tsx';

export type DialogProps = {
  id: string;
  title: string;
  /** Name of the button that closes it and changes nothing. */
  closeLabel: string;
  /** What may be done: a form of its own in the body, or buttons that name their form. */
  actions?: ComponentChildren;
  /** In the flow of the page and open: on the page where a refused form comes back. */
  isShown?: boolean | undefined;
  children: ComponentChildren;
};

/**
 * Asks one thing over the page. Opened by a `DialogOpener` without script; Escape, its close button and a press beside
 * it close it, and the focus goes back to what opened it. Browsers that know no popovers show it in the page.
 */
export function Dialog({ id, title, closeLabel, actions, isShown, children }: DialogProps) {
  return (
    <dialog
      class="dialog"
      id={id}
      popover={isShown ? undefined : 'auto'}
      open={isShown}
      aria-labelledby={`${id}-title`}
    >
      <div class="dialog-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {!isShown && (
          <button
            class="icon-button dialog-close"
            type="button"
            popovertarget={id}
            popovertargetaction="hide"
            aria-label={closeLabel}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <div class="dialog-body">{children}</div>
      {actions && <div class="dialog-foot">{actions}</div>}
    </dialog>
  );
}

export type DialogOpenerProps = {
  /** Id of the dialog. */
  dialogId: string;
  kind?: ButtonKind | undefined;
  icon?: IconName | undefined;
  children: ComponentChildren;
};

/** The button that opens a dialog. */
export function DialogOpener({ dialogId, ...look }: DialogOpenerProps) {
  return <Button {...look} type="button" popoverTarget={dialogId} />;
}
