import type { ComponentChildren } from 'preact';
import { Tag, type TagProps } from '../tag/tag.tsx';

export type DisclosureRow = {
  id: string;
  /** A code or number in front. */
  lead?: ComponentChildren;
  title: ComponentChildren;
  note?: ComponentChildren;
  tag?: TagProps | undefined;
  /** The row that is worked on: stands open. */
  isCurrent?: boolean | undefined;
  /** The current row's mark. */
  tone?: 'action' | 'late' | undefined;
  /** Where the row is opened; without it the row folds in place. */
  href?: string | undefined;
  /** The keys that open it while the page listens. */
  shortcut?: string | undefined;
  body?: ComponentChildren;
};

export type DisclosureListProps = {
  label: string;
  rows: readonly DisclosureRow[];
  /** The tag at the end of the row, or in front as what kind of thing it is. */
  tagPlace?: 'start' | 'end' | undefined;
  /** With its own border, or flush inside a panel. */
  frame?: 'own' | 'none' | undefined;
  /** The rows are walked with the keys of lists. */
  isWalked?: boolean | undefined;
};

/** Rows to go through one by one: one stands open, the others fold or lead to their own address. */
export function DisclosureList(props: DisclosureListProps) {
  const { label, rows, tagPlace = 'end', frame = 'own', isWalked } = props;
  return (
    <ol class="disclosure-list" data-frame={frame} data-tag-place={tagPlace} aria-label={label}>
      {rows.map((row) => (
        <li
          key={row.id}
          id={row.id}
          data-row={isWalked ? row.id : undefined}
          data-tone={row.isCurrent ? (row.tone ?? 'action') : undefined}
          aria-current={row.isCurrent ? 'true' : undefined}
        >
          <Row row={row} />
        </li>
      ))}
    </ol>
  );
}

function Row({ row }: { row: DisclosureRow }) {
  if (row.isCurrent) {
    return (
      <>
        <div class="disclosure-head">
          <RowWords row={row} />
        </div>
        {row.body && <div class="disclosure-body">{row.body}</div>}
      </>
    );
  }
  if (row.href) {
    return (
      <a class="disclosure-head" href={row.href} aria-keyshortcuts={row.shortcut}>
        <RowWords row={row} />
      </a>
    );
  }
  if (!row.body) {
    return (
      <div class="disclosure-head">
        <RowWords row={row} />
      </div>
    );
  }
  return (
    <details>
      <summary class="disclosure-head">
        <RowWords row={row} />
      </summary>
      <div class="disclosure-body">{row.body}</div>
    </details>
  );
}

function RowWords({ row }: { row: DisclosureRow }) {
  return (
    <>
      {row.lead && <span class="disclosure-lead">{row.lead}</span>}
      <span class="disclosure-title">
        {row.title}
        {row.note && <small>{row.note}</small>}
      </span>
      {row.tag && <Tag {...row.tag} />}
    </>
  );
}
