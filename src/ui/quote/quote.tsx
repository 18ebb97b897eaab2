import type { ComponentChildren } from 'preact';

export type QuoteProps = {
  children: ComponentChildren;
  /** Where it stands, and the way there. */
  from?: { label: string; href?: string | undefined } | undefined;
};

/** Words of a paper, as they are written there. */
export function Quote({ children, from }: QuoteProps) {
  return (
    <figure class="quote">
      <blockquote>{children}</blockquote>
      {from && <figcaption>{from.href ? <a href={from.href}>{from.label}</a> : from.label}</figcaption>}
    </figure>
  );
}
