import { describe, expect, it } from 'vitest';
import { bandPath, barShapes, chartScale, linePath, plotX, plotY, valuesOf } from './chart-shape.ts';

describe('a scale', () => {
  it('has round ends, and ticks at both of them', () => {
    const scale = chartScale([91.3, 97.8, undefined], false);
    expect([scale.low, scale.high]).toEqual([90, 98]);
    expect([scale.ticks[0], scale.ticks.at(-1)]).toEqual([90, 98]);
  });

  it('begins at zero for bars, and goes below it for what is lost', () => {
    expect(chartScale([42, 67], true).low).toBe(0);
    expect(chartScale([-12, 30], true).low).toBeLessThanOrEqual(-12);
  });

  it.each([[[]], [[undefined]], [[5, 5]], [[0]]])('stands for %j', (values) => {
    const { low, high } = chartScale(values, false);
    expect(high).toBeGreaterThan(low);
  });
});

describe('a line', () => {
  const scale = chartScale([0, 100], true);

  it('runs through the middle of each column', () => {
    expect(linePath(scale, [0, 50, 100])).toBe('M16.67 100L50 50L83.33 0');
  });

  it('breaks where a value is missing, and keeps a value that stands alone', () => {
    expect(linePath(scale, [0, undefined, 50, undefined])).toBe('M12.5 100h0M62.5 50h0');
  });
});

describe('a row that is shorter than the year', () => {
  it('leaves the months to come empty, and keeps each value in its own column', () => {
    const scale = chartScale([0, 100], true);
    const year = ['T1', 'T2', 'T3', 'T4'];
    expect(linePath(scale, valuesOf(year, [0, 100]))).toBe('M12.5 100L37.5 0');
    expect(barShapes(scale, [valuesOf(year, [50])])[0]).toMatchObject({ index: 0, x: 4.5, width: 16 });
  });
});

describe('a band', () => {
  const scale = chartScale([0, 100], true);

  it('goes out above and comes back below', () => {
    expect(bandPath(scale, [10, 20], [30, 40])).toBe('M25 70L75 60L75 80L25 90Z');
  });

  it('needs both ends', () => {
    expect(bandPath(scale, [10, 20, 30], [30, undefined, 40])).toBe('');
  });
});

describe('bars', () => {
  it('stand side by side within their column and on the line of zero', () => {
    const scale = chartScale([-50, 50], true);
    const bars = barShapes(scale, [
      [50, -50],
      [25, undefined],
    ]);
    expect(bars).toHaveLength(3);
    const zero = plotY(scale, 0);
    for (const bar of bars) {
      expect(bar.x).toBeGreaterThanOrEqual(bar.index * 50);
      expect(bar.x + bar.width).toBeLessThanOrEqual((bar.index + 1) * 50);
      expect([bar.y, bar.y + bar.height].map((y) => Math.abs(y - zero) < 0.02)).toContain(true);
    }
    expect(plotX(0, 2)).toBe(25);
  });
});
