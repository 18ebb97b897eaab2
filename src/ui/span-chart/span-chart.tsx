import type { ComponentChildren } from 'preact';
import type { Tone } from '../tag/tag.tsx';

/** A stretch of the axis, in percent of its whole length. */
export type Stretch = { at: number; width: number };

export type SpanRow = {
  key: string;
  title: string;
  href: string;
  note?: string | undefined;
  /** What the bar says, in words. */
  words: ComponentChildren;
  /** Left out where the row lies outside the axis or has no end. */
  bar?: (Stretch & { tone: Tone; isOpen?: boolean | undefined }) | undefined;
};

export type SpanChartProps = {
  caption: string;
  rowLabel: string;
  /** What the axis is, said of its column. */
  axisLabel: string;
  /** Its parts, in their order, without gaps. */
  parts: readonly (Stretch & { label: string; short: string })[];
  /** Where today is, in percent; left out where it is not on the axis. */
  today?: number | undefined;
  rows: readonly SpanRow[];
};

const barHeight = 26;
/** A single day of a year would be a hair. */
const leastWidth = 0.8;

/**
 * What lasts from when to when, on one axis of time, drawn by the server. Everything stands in words beside the bar, so
 * that it needs no eyes and no colour; where room is under 640 px each bar stands below its words.
 */
export function SpanChart({ caption, rowLabel, axisLabel, parts, today, rows }: SpanChartProps) {
  return (
    <div class="span-chart">
      <table role="table">
        <caption class="said">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {rowLabel}
            </th>
            <th scope="col" role="columnheader">
              <span class="said">{axisLabel}</span>
              <Axis parts={parts} />
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key} role="row">
              <th scope="row" role="rowheader">
                <a href={row.href}>{row.title}</a>
                {row.note && <small>{row.note}</small>}
                <small>{row.words}</small>
              </th>
              <td role="cell">
                <Bar row={row} parts={parts} today={today} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Axis({ parts }: Pick<SpanChartProps, 'parts'>) {
  return (
    <svg class="span-axis" width="100%" height={20} aria-hidden="true">
      {parts.map((part) => (
        <text key={part.at} x={percent(part.at + part.width / 2)} y={14} text-anchor="middle">
          {part.short}
        </text>
      ))}
    </svg>
  );
}

function Bar({ row, parts, today }: { row: SpanRow } & Pick<SpanChartProps, 'parts' | 'today'>) {
  return (
    <svg class="span-bar" width="100%" height={barHeight} aria-hidden="true">
      {parts.slice(1).map((part) => (
        <line key={part.at} x1={percent(part.at)} x2={percent(part.at)} y1={0} y2={barHeight} />
      ))}
      {row.bar && (
        <rect
          data-tone={row.bar.tone}
          data-open={row.bar.isOpen || undefined}
          x={percent(row.bar.at)}
          width={percent(Math.max(row.bar.width, leastWidth))}
          y={6}
          height={barHeight - 12}
          rx={3}
        />
      )}
      {today !== undefined && (
        <line class="span-today" x1={percent(today)} x2={percent(today)} y1={0} y2={barHeight} />
      )}
    </svg>
  );
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}
