import type { ComponentChildren } from 'preact';
import { Clock, type ClockProps } from '../clock/clock.tsx';
import { Icon, type IconName } from '../icon/icon.tsx';

export type TriageItem = {
  key: string;
  title: string;
  href: string;
  clock?: ClockProps | undefined;
  note?: string | undefined;
};

export type TriageColumn = {
  key: string;
  tone: 'late' | 'soon' | 'action';
  icon: IconName;
  title: string;
  count: number;
  /** All of them. */
  href: string;
  items: readonly TriageItem[];
  emptyLabel: string;
  /** What to do with them, or the way to those not shown. */
  foot?: ComponentChildren;
};

/** What needs the reader now, in the order it needs them. */
export function Triage({ columns }: { columns: readonly TriageColumn[] }) {
  return (
    <div class="triage">
      {columns.map((column) => (
        <div key={column.key} data-tone={column.tone}>
          <h3>
            <Icon name={column.icon} />
            <a href={column.href}>
              {column.title} <b>{column.count}</b>
            </a>
          </h3>
          {column.items.length === 0 ? (
            <p class="triage-empty">{column.emptyLabel}</p>
          ) : (
            <ul>
              {column.items.map((item) => (
                <li key={item.key}>
                  <a href={item.href}>{item.title}</a>
                  {item.clock && <Clock {...item.clock} />}
                  {item.note && <small>{item.note}</small>}
                </li>
              ))}
            </ul>
          )}
          {column.foot && <div class="triage-foot">{column.foot}</div>}
        </div>
      ))}
    </div>
  );
}
