import type { ComponentChildren } from 'preact';

/** The field that chooses stands first; each part that belongs to some of its choices is a `Case`. */
export function Cases({ children }: { children: ComponentChildren }) {
  return <div class="cases">{children}</div>;
}

export type CaseProps = {
  /** The places, from 1 to 6, of the options for which the part counts. */
  of: readonly number[];
  children: ComponentChildren;
};

/**
 * Fields that count only for some choices of the select before them. They are put out of sight by the style alone, so it
 * works without script; where the browser cannot do that, all are shown.
 */
export function Case({ of, children }: CaseProps) {
  return (
    <div class="case" data-of={of.join(' ')}>
      {children}
    </div>
  );
}
