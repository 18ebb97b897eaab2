import { barParts } from './bar-shape.ts';

export type BarKind = 'done' | 'open' | 'soon' | 'late' | 'rest';

export type StackedBarProps = {
  segments: readonly { kind: BarKind; value: number }[];
  /** What fills the bar: the largest row of the table, or 100 of a share. */
  max: number;
  /** A mark the value is held against, on the same scale. */
  target?: number | undefined;
  /** Left out where the row the bar stands in says the same in figures. */
  label?: string | undefined;
};

/** Parts of a whole in the row of the table that proves them. */
export function StackedBar({ segments, max, target, label }: StackedBarProps) {
  const parts = barParts(
    segments.map((segment) => segment.value),
    max,
  );
  const targetAt = target === undefined ? undefined : Math.min((target / max) * 100, 99.5);
  return (
    <svg
      class="stacked-bar"
      viewBox="0 0 100 14"
      preserveAspectRatio="none"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {segments.map((segment, index) => (
        <rect key={segment.kind} data-kind={segment.kind} y="2" height="10" {...parts[index]} />
      ))}
      {targetAt !== undefined && <path d={`M${targetAt} 0V14`} />}
    </svg>
  );
}

export type LegendProps = { entries: readonly { kind: BarKind; label: string }[] };

/** Names of the parts of a bar. Hidden from screen readers: the heads of the table's columns say the same. */
export function Legend({ entries }: LegendProps) {
  return (
    <ul class="legend" aria-hidden="true">
      {entries.map((entry) => (
        <li key={entry.kind} data-kind={entry.kind}>
          {entry.label}
        </li>
      ))}
    </ul>
  );
}
