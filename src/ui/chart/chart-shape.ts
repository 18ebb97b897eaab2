import { nice, ticks } from 'd3-array';

/** A value of a chart; undefined where there is none, which is not zero. */
export type ChartValue = number | undefined;

export type ChartScale = { low: number; high: number; ticks: readonly number[] };

/** The plot's own measure: every chart is drawn on 100 by 100 and stretched to its room. */
export const PLOT = 100;
const TICKS = 4;

/** A scale with round ends that holds every value; bars ask for one that begins at zero. */
export function chartScale(values: readonly ChartValue[], isFromZero: boolean): ChartScale {
  const known = values.filter((value) => value !== undefined && Number.isFinite(value)) as number[];
  const all = isFromZero || known.length === 0 ? [0, ...known] : known;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const [low, high] = nice(least, most === least ? least + 1 : most, TICKS);
  return { low, high, ticks: ticks(low, high, TICKS) };
}

/** How far down the plot a value lies. */
export function plotY({ low, high }: ChartScale, value: number): number {
  return round(PLOT - ((value - low) / (high - low)) * PLOT);
}

/** The middle of a category's column, so that its name can stand under it. */
export function plotX(index: number, count: number): number {
  return round(((index + 0.5) / count) * PLOT);
}

/** The values of a row for every category: those that are still to come are missing, as others are. */
export function valuesOf(categories: readonly string[], values: readonly ChartValue[]): ChartValue[] {
  return categories.map((_, index) => values[index]);
}

/** A line through the values, broken where one is missing; a value alone is a dot. */
export function linePath(scale: ChartScale, values: readonly ChartValue[]): string {
  return runsOf(values)
    .map((run) => {
      const points = run.map(({ index, value }) => `${plotX(index, values.length)} ${plotY(scale, value)}`);
      return points.length === 1 ? `M${points[0]}h0` : `M${points.join('L')}`;
    })
    .join('');
}

/** The ground between two rows of values, only where both are known. */
export function bandPath(
  scale: ChartScale,
  lows: readonly ChartValue[],
  highs: readonly ChartValue[],
): string {
  const widths = lows.map((low, index) => (highs[index] === undefined ? undefined : low));
  return runsOf(widths)
    .filter((run) => run.length > 1)
    .map((run) => {
      const x = (index: number) => plotX(index, widths.length);
      const above = run.map(({ index }) => `${x(index)} ${plotY(scale, highs[index] as number)}`);
      const below = run.map(({ index, value }) => `${x(index)} ${plotY(scale, value)}`).reverse();
      return `M${[...above, ...below].join('L')}Z`;
    })
    .join('');
}

export type BarShape = { index: number; series: number; x: number; y: number; width: number; height: number };

/** Bars side by side in each category's column, from the line of zero; none where there is no value. */
export function barShapes(scale: ChartScale, series: readonly (readonly ChartValue[])[]): BarShape[] {
  const count = Math.max(...series.map((values) => values.length), 1);
  const column = PLOT / count;
  const width = (column * 0.64) / series.length;
  const zero = plotY(scale, Math.max(scale.low, Math.min(0, scale.high)));
  return series.flatMap((values, at) =>
    values.flatMap((value, index) => {
      if (value === undefined) return [];
      const end = plotY(scale, value);
      return [
        {
          index,
          series: at,
          x: round(index * column + column * 0.18 + at * width),
          y: Math.min(zero, end),
          width: round(width),
          height: round(Math.abs(zero - end)),
        },
      ];
    }),
  );
}

function runsOf(values: readonly ChartValue[]): { index: number; value: number }[][] {
  const runs: { index: number; value: number }[][] = [[]];
  values.forEach((value, index) => {
    if (value === undefined) runs.push([]);
    else runs.at(-1)?.push({ index, value });
  });
  return runs.filter((run) => run.length > 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
