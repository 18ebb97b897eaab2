import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

export type EvidenceKind = 'file' | 'address' | 'record' | 'words';

export type Evidence = {
  key: string;
  kind: EvidenceKind;
  /** Name of the kind, for screen readers: the icon alone shows it to others. */
  kindLabel: string;
  title: string;
  /** Left out where there is nothing to open: words, or a file that was taken away. */
  href?: string | undefined;
  /** Who brought it and when, kind and size of a file. */
  note?: ComponentChildren;
  /** Whether it was accepted: a tag. */
  state?: ComponentChildren;
  actions?: ComponentChildren;
};

export type EvidenceListProps = { label: string; items: readonly Evidence[]; emptyLabel: string };

const ICON: Record<EvidenceKind, IconName> = {
  file: 'document',
  address: 'link',
  record: 'checklist',
  words: 'comment',
};

/** What proves that something was done, each with its origin. */
export function EvidenceList({ label, items, emptyLabel }: EvidenceListProps) {
  if (items.length === 0) return <p class="evidence-none">{emptyLabel}</p>;
  return (
    <ul class="evidence-list" aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          <Icon name={ICON[item.kind]} />
          <div class="evidence-words">
            <span class="said">{item.kindLabel}: </span>
            {item.href ? <a href={item.href}>{item.title}</a> : <span>{item.title}</span>}
            {item.note && <small>{item.note}</small>}
          </div>
          {item.state}
          {item.actions && <div class="evidence-actions">{item.actions}</div>}
        </li>
      ))}
    </ul>
  );
}
