import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';

export type FilterFold = {
  /** Name of the opener: what lies behind it. */
  label: string;
  /** How many filters hold now. */
  count: number;
  /** How that number is said to those who only hear it. */
  countLabel: string;
  /** The field that stays in sight. */
  search: ComponentChildren;
  /** What follows the fields and folds with them: the conditions that hold, what can be done with the list. */
  below?: ComponentChildren;
};

export type FilterBarProps = {
  action: string;
  submitLabel: string;
  /** Parts of the address that filtering must not lose, such as the order. */
  keep?: Readonly<Record<string, string>> | readonly (readonly [name: string, value: string])[] | undefined;
  /** Fields; without a fold, the first is the widest. */
  children: ComponentChildren;
  /** Where room is under 640 px, all but the search and the button folds behind one opener. */
  fold?: FilterFold | undefined;
};

/** Filters of a list. A GET form, so that the answer has an address to send to a colleague. */
export function FilterBar({ action, submitLabel, keep, children, fold }: FilterBarProps) {
  return (
    <search>
      <form class="filter-bar" action={action}>
        {partsOf(keep).map(([name, value], at) => (
          <input key={`${name}-${at}`} type="hidden" name={name} value={value} />
        ))}
        {fold?.search}
        {fold && <Opener fold={fold} />}
        {children}
        <button class="button" type="submit">
          {submitLabel}
        </button>
        {fold?.below && <div class="filter-below">{fold.below}</div>}
      </form>
    </search>
  );
}

/** The opener alone is the disclosure: what it folds stands beside it, so that it can lie open where there is room. */
function Opener({ fold }: { fold: FilterFold }) {
  return (
    <details class="filter-fold">
      <summary>
        <Icon name="chevron-down" size="small" />
        {fold.label}
        {fold.count > 0 && (
          <span class="filter-fold-count">
            <span aria-hidden="true">{fold.count}</span>
            <span class="said">{fold.countLabel}</span>
          </span>
        )}
      </summary>
    </details>
  );
}

function partsOf(keep: FilterBarProps['keep'] = []): readonly (readonly [name: string, value: string])[] {
  return Symbol.iterator in keep ? keep : Object.entries(keep);
}
