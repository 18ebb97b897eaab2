import type { ComponentChildren } from 'preact';
import { Table } from '../table/table.tsx';
import {
  bandPath,
  barShapes,
  type ChartScale,
  type ChartValue,
  chartScale,
  linePath,
  valuesOf,
  PLOT,
  plotY,
} from './chart-shape.ts';

export type ChartSeries = { name: string; values: readonly ChartValue[] };

type ChartBase = {
  id: string;
  /** What is shown, of whom, in which unit. */
  title: string;
  /** Names under the columns, in their order; `head` names them in the table. */
  categories: { head: string; names: readonly string[] };
  /** A value as people read it, unit included where the title does not name it. */
  format: (value: number) => string;
  /** A line that the values are held against. */
  goal?: { value: number; label: string } | undefined;
  /** `empty` stands where nothing is known, in the table too; `table` opens the figures. */
  labels: { empty: string; table: string };
};

export type ChartProps = ChartBase & { series: readonly ChartSeries[] };
export type BandChartProps = ChartBase & {
  /** What lies between `low` and `high`, and the line within. */
  band: { name: string; low: ChartSeries; high: ChartSeries };
  line: ChartSeries;
};

/** Values side by side: up to three rows of them. */
export function BarChart(props: ChartProps) {
  const scale = scaleOf(props, props.series, true);
  return (
    <ChartFrame chart={props} scale={scale} series={props.series} mark="bar">
      {barShapes(
        scale,
        props.series.map(({ values }) => valuesOf(props.categories.names, values)),
      ).map(({ index, series, ...box }) => (
        <rect key={`${series}-${index}`} data-series={series + 1} {...box} />
      ))}
    </ChartFrame>
  );
}

/** Values over time: up to three lines, told apart by their strokes as well as by colour. */
export function LineChart(props: ChartProps) {
  const scale = scaleOf(props, props.series, false);
  return (
    <ChartFrame chart={props} scale={scale} series={props.series} mark="line">
      {props.series.map(({ name, values }, index) => (
        <path
          key={name}
          class="chart-line"
          data-series={index + 1}
          d={linePath(scale, valuesOf(props.categories.names, values))}
        />
      ))}
    </ChartFrame>
  );
}

/** A line within the span where it may lie: a forecast, a range of others. */
export function BandChart(props: BandChartProps) {
  const { band, line } = props;
  const [lows, highs, middle] = [band.low, band.high, line].map(({ values }) =>
    valuesOf(props.categories.names, values),
  ) as [ChartValue[], ChartValue[], ChartValue[]];
  const series = [line, band.low, band.high];
  const scale = scaleOf(props, series, false);
  return (
    <ChartFrame chart={props} scale={scale} series={series} legend={[line.name, band.name]} mark="band">
      <path class="chart-band" d={bandPath(scale, lows, highs)} />
      <path class="chart-line" data-series="1" d={linePath(scale, middle)} />
    </ChartFrame>
  );
}

function scaleOf({ goal }: ChartBase, series: readonly ChartSeries[], isFromZero: boolean): ChartScale {
  return chartScale([...series.flatMap(({ values }) => values), goal?.value], isFromZero);
}

type FrameProps = {
  chart: ChartBase;
  scale: ChartScale;
  series: readonly ChartSeries[];
  /** Names of what is drawn, where the rows of the table are more than that. */
  legend?: readonly string[] | undefined;
  mark: 'bar' | 'line' | 'band';
  children: ComponentChildren;
};

/**
 * Title, drawing and figures. The drawing is hidden from screen readers, since the table says the same and more; words
 * stand beside the drawing and not in it, so that they keep their size on a phone.
 */
function ChartFrame({ chart, scale, series, legend, mark, children }: FrameProps) {
  const { id, title, categories, goal, labels } = chart;
  const isEmpty = series.every(({ values }) => values.every((value) => value === undefined));
  const names = legend ?? series.map(({ name }) => name);
  return (
    <figure class="chart" data-mark={mark} aria-labelledby={`${id}-title`}>
      <figcaption id={`${id}-title`}>{title}</figcaption>
      {isEmpty ? (
        <p class="chart-empty">{labels.empty}</p>
      ) : (
        <>
          <ChartLegend names={names} goal={goal?.label} />
          <div class="chart-room" aria-hidden="true">
            <ol class="chart-scale">
              {scale.ticks.toReversed().map((tick) => (
                <li key={tick}>{chart.format(tick)}</li>
              ))}
            </ol>
            <svg viewBox={`0 0 ${PLOT} ${PLOT}`} preserveAspectRatio="none">
              {scale.ticks.map((tick) => (
                <path key={tick} class="chart-grid" d={`M0 ${plotY(scale, tick)}H${PLOT}`} />
              ))}
              {children}
              {goal && <path class="chart-goal" d={`M0 ${plotY(scale, goal.value)}H${PLOT}`} />}
            </svg>
            <ol class="chart-names" data-many={categories.names.length > 8 || undefined}>
              {categories.names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ol>
          </div>
        </>
      )}
      <ChartTable chart={chart} series={series} />
    </figure>
  );
}

function ChartLegend({ names, goal }: { names: readonly string[]; goal: string | undefined }) {
  if (names.length < 2 && goal === undefined) return null;
  return (
    <ul class="chart-legend" aria-hidden="true">
      {names.map((name, index) => (
        <li key={name} data-series={index + 1}>
          {name}
        </li>
      ))}
      {goal !== undefined && <li data-series="goal">{goal}</li>}
    </ul>
  );
}

function ChartTable({ chart, series }: { chart: ChartBase; series: readonly ChartSeries[] }) {
  const { categories, labels, format } = chart;
  return (
    <details class="chart-figures">
      <summary>{labels.table}</summary>
      <Table
        caption={chart.title}
        narrow="table"
        frame="none"
        rows={categories.names.map((name, index) => ({ name, index }))}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', label: categories.head, priority: 'lead', render: ({ name }) => name },
          ...series.map((each) => ({
            key: each.name,
            label: each.name,
            align: 'end' as const,
            render: ({ index }: { index: number }) => {
              const value = each.values[index];
              return value === undefined ? labels.empty : format(value);
            },
          })),
        ]}
      />
    </details>
  );
}
