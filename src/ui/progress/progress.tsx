import type { ComponentChildren } from 'preact';

export type ProgressProps = {
  value: number;
  max: number;
  /** What is counted, for screen readers. */
  label: string;
  /** The words above the bar: how far, which step. */
  children?: ComponentChildren;
};

/** How far something has come. */
export function Progress({ value, max, label, children }: ProgressProps) {
  return (
    <div class="progress">
      {children && <span>{children}</span>}
      <progress value={value} max={max} aria-label={label} />
    </div>
  );
}
