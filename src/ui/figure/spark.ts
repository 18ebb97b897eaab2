export type SparkShape = { path: string; goalPath: string | undefined; end: { x: number; y: number } };

export const SPARK_WIDTH = 96;
export const SPARK_HEIGHT = 36;
const INSET = 4;

/** Draws a row of values, oldest first, on 96 by 36 points; a goal lies on the same scale. */
export function sparkShape(values: readonly number[], goal?: number): SparkShape {
  const all = goal === undefined ? values : [...values, goal];
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const yOf = (value: number) =>
    round(SPARK_HEIGHT - INSET - ((value - low) / span) * (SPARK_HEIGHT - 2 * INSET));
  const step = values.length > 1 ? (SPARK_WIDTH - 2 * INSET) / (values.length - 1) : 0;
  const points = values.map((value, index) => ({ x: round(INSET + index * step), y: yOf(value) }));
  return {
    path: points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(''),
    goalPath: goal === undefined ? undefined : `M${INSET} ${yOf(goal)}H${SPARK_WIDTH - INSET}`,
    end: points.at(-1) ?? { x: INSET, y: SPARK_HEIGHT - INSET },
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
