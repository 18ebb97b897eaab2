import type { ComponentChildren } from 'preact';

export type Fact = { label: string; value: ComponentChildren; note?: ComponentChildren };

export type FactsProps = {
  facts: readonly Fact[];
  /** `rail` stacks label over value; `rows` sets them side by side where there is room. */
  layout?: 'rail' | 'rows' | undefined;
};

/** What is known of a record, each under its name. */
export function Facts({ facts, layout = 'rail' }: FactsProps) {
  return (
    <dl class="facts" data-layout={layout}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value}
            {fact.note && <small>{fact.note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export type RailPartProps = { id: string; title: string; children: ComponentChildren };

/** A titled part of the rail beside a record: no box, a line under the title. */
export function RailPart({ id, title, children }: RailPartProps) {
  return (
    <section class="rail-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
