import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

export type SixCell = {
  /** Id to link to the cell. */
  id?: string | undefined;
  label: string;
  icon?: IconName | undefined;
  /** The answer, or the words that say it is missing. */
  value: ComponentChildren;
  filled: boolean;
  /** What fills the gap. */
  action?: ComponentChildren;
};

/** Six answers a record owes; a gap is hollow, red and said in words. */
export function SixPanel({ cells }: { cells: readonly SixCell[] }) {
  return (
    <ol class="six-panel">
      {cells.map((cell) => (
        <li key={cell.label} id={cell.id} data-filled={cell.filled}>
          <span class="six-label">
            {cell.icon && <Icon name={cell.icon} size="small" />}
            {cell.label}
          </span>
          <b>{cell.value}</b>
          {cell.action}
        </li>
      ))}
    </ol>
  );
}
