import type { ComponentChildren } from 'preact';

export type DatedItem = {
  key: string;
  when: string;
  /** The day for machines. */
  dateTime?: string | undefined;
  label: string;
  href?: string | undefined;
  note?: ComponentChildren;
};

/** Things with a day each: notices, papers, meetings. */
export function DatedList({ items }: { items: readonly DatedItem[] }) {
  return (
    <ul class="dated-list">
      {items.map((item) => (
        <li key={item.key}>
          <time datetime={item.dateTime}>{item.when}</time>
          {item.href ? <a href={item.href}>{item.label}</a> : <b>{item.label}</b>}
          {item.note && <small>{item.note}</small>}
        </li>
      ))}
    </ul>
  );
}
