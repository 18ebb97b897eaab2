import type { ComponentChildren } from 'preact';

export type TimelineEntry = {
  key: string;
  when: string;
  /** The moment for machines. */
  dateTime?: string | undefined;
  title: ComponentChildren;
  text?: ComponentChildren;
  /** The newest, or the one that matters. */
  isStrong?: boolean | undefined;
};

/** What happened, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={entry.key} data-strong={entry.isStrong || undefined}>
          <time datetime={entry.dateTime}>{entry.when}</time> <b>{entry.title}</b>
          {entry.text && <p>{entry.text}</p>}
        </li>
      ))}
    </ol>
  );
}
