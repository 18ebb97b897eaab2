import type { ComponentChildren } from 'preact';

export type NextActionProps = {
  id: string;
  /** The words over the title, such as what comes next. */
  eyebrow: string;
  title: string;
  children?: ComponentChildren;
  actions: ComponentChildren;
};

/** The one thing this record waits for, before anything else on its page. */
export function NextAction({ id, eyebrow, title, children, actions }: NextActionProps) {
  return (
    <section class="next-action" aria-labelledby={id}>
      <div class="next-action-words">
        <p class="next-action-eyebrow">{eyebrow}</p>
        <h2 id={id}>{title}</h2>
        {children && <p class="next-action-reason">{children}</p>}
      </div>
      <div class="button-row">{actions}</div>
    </section>
  );
}
