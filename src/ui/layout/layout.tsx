import type { ComponentChildren } from 'preact';

type Children = { children: ComponentChildren };

/** Parts of a page one below the other. */
export function Stack({ children }: Children) {
  return <div class="stack">{children}</div>;
}

export type RecordLayoutProps = Children & { rail: ComponentChildren; railLabel: string };

/** The page of one record: its body, and a rail of facts that stays in sight beside it. */
export function RecordLayout({ rail, railLabel, children }: RecordLayoutProps) {
  return (
    <div class="record-layout">
      <div class="stack">{children}</div>
      <aside class="record-rail" aria-label={railLabel}>
        {rail}
      </aside>
    </div>
  );
}

export type SideBySideProps = { left: ComponentChildren; right: ComponentChildren };

/** Two views of one thing: a source on the left that stays in sight, what was made of it on the right. */
export function SideBySide({ left, right }: SideBySideProps) {
  return (
    <div class="side-by-side">
      <div class="side-by-side-left">{left}</div>
      <div>{right}</div>
    </div>
  );
}

/** Columns of equal worth, as many as there is room for. */
export function Columns({ children }: Children) {
  return <div class="columns">{children}</div>;
}

/** A form in one page: fields in one column, or two abreast where there is room; `WideField` takes both. */
export function FormGrid({ children }: Children) {
  return <div class="form-grid">{children}</div>;
}

/** A field that takes the whole width of its form. */
export function WideField({ children }: Children) {
  return <div class="form-wide">{children}</div>;
}
