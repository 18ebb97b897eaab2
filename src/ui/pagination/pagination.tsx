import { Icon } from '../icon/icon.tsx';

/** A page to go to; `label` is said for the number. */
export type PageLink = { number: number; href: string; label: string; isCurrent?: boolean | undefined };

export type PaginationProps = {
  label: string;
  /** Which rows of how many are shown. */
  summary: string;
  /** The way back to the beginning, where pages are reached one after the other. */
  first?: { label: string; href: string } | undefined;
  previous?: { label: string; href: string } | undefined;
  next?: { label: string; href: string } | undefined;
  /** Left out where pages are reached one after the other; a gap between numbers is drawn as one. */
  pages?: readonly PageLink[] | undefined;
};

/** Which part of a list this is, and the way to the rest. */
export function Pagination({ label, summary, first, previous, next, pages = [] }: PaginationProps) {
  return (
    <nav class="pagination" aria-label={label}>
      <p>{summary}</p>
      {(first || previous || next || pages.length > 1) && (
        <ul>
          {first && (
            <li>
              <a href={first.href} rel="first">
                {first.label}
              </a>
            </li>
          )}
          {previous && (
            <li>
              <a href={previous.href} rel="prev">
                <Icon name="chevron-left" size="small" />
                {previous.label}
              </a>
            </li>
          )}
          {pages.map((page, index) => (
            <li key={page.number} data-gap={isAfterGap(pages, index) || undefined}>
              <a href={page.href} aria-current={page.isCurrent ? 'page' : undefined} aria-label={page.label}>
                {page.number}
              </a>
            </li>
          ))}
          {next && (
            <li>
              <a href={next.href} rel="next">
                {next.label}
                <Icon name="chevron-right" size="small" />
              </a>
            </li>
          )}
        </ul>
      )}
    </nav>
  );
}

function isAfterGap(pages: readonly PageLink[], index: number): boolean {
  const before = pages[index - 1];
  const page = pages[index];
  return before !== undefined && page !== undefined && page.number > before.number + 1;
}
