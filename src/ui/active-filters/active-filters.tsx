import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';

export type ActiveFilter = {
  label: string;
  /** Address without this condition. */
  href: string;
};

export type ActiveFiltersProps = {
  label: string;
  filters: readonly ActiveFilter[];
  /** Said after each: what following it does. */
  removeLabel: string;
  clear?: { label: string; href: string } | undefined;
  /** What one can do with the filtered list: export, print. */
  actions?: ComponentChildren;
};

/** Which conditions hold now; each is a link that drops it. */
export function ActiveFilters({ label, filters, removeLabel, clear, actions }: ActiveFiltersProps) {
  return (
    <div class="active-filters">
      {filters.length > 0 && <span>{label}</span>}
      {filters.map((filter) => (
        <a key={filter.label} class="active-filter" href={filter.href}>
          {filter.label}
          <Icon name="close" size="small" />
          <span class="said">, {removeLabel}</span>
        </a>
      ))}
      {clear && filters.length > 0 && <a href={clear.href}>{clear.label}</a>}
      {actions && <div class="active-filters-actions">{actions}</div>}
    </div>
  );
}
