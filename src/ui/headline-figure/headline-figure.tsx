import type { ComponentChildren } from 'preact';
import type { Tone } from '../tag/tag.tsx';

export type HeadlineFigureProps = {
  value: string;
  unit?: string | undefined;
  /** What the value is of. */
  title: string;
  tone?: Tone | undefined;
  /** Target, records behind it and what stands against it. */
  children?: ComponentChildren;
};

/** The one figure a page opens with. */
export function HeadlineFigure({ value, unit, title, tone, children }: HeadlineFigureProps) {
  return (
    <div class="headline-figure" data-tone={tone}>
      <p class="headline-value">
        {value}
        {unit && <small> {unit}</small>}
      </p>
      <div class="headline-words">
        <p>
          <b>{title}</b>
        </p>
        {children}
      </div>
    </div>
  );
}
