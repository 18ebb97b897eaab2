import type { ComponentChildren } from 'preact';

export type FilterBarProps = {
  action: string;
  submitLabel: string;
  /** Parts of the address that filtering must not lose, such as the order. */
  keep?: Readonly<Record<string, string>> | readonly (readonly [name: string, value: string])[] | undefined;
  /** Fields; the first is the widest. */
  children: ComponentChildren;
};

/** Filters of a list. A GET form, so that the answer has an address to send to a colleague. */
export function FilterBar({ action, submitLabel, keep, children }: FilterBarProps) {
  return (
    <search>
      <form class="filter-bar" action={action}>
        {partsOf(keep).map(([name, value], at) => (
          <input key={`${name}-${at}`} type="hidden" name={name} value={value} />
        ))}
        {children}
        <button class="button" type="submit">
          {submitLabel}
        </button>
      </form>
    </search>
  );
}

function partsOf(keep: FilterBarProps['keep'] = []): readonly (readonly [name: string, value: string])[] {
  return Symbol.iterator in keep ? keep : Object.entries(keep);
}
