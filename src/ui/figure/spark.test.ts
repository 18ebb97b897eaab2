import { describe, expect, it } from 'vitest';
import { sparkShape } from './spark.ts';

describe('sparkShape', () => {
  it('runs from the lower left to the upper right when values rise', () => {
    const shape = sparkShape([10, 20]);
    expect(shape.path).toBe('M4 32L92 4');
    expect(shape.end).toEqual({ x: 92, y: 4 });
  });

  it('lays the goal on the scale of the values', () => {
    expect(sparkShape([0, 10], 5).goalPath).toBe('M4 18H92');
    expect(sparkShape([0, 10], 20).path).toBe('M4 32L92 18');
  });

  it('stays inside the field for one value and for equal values', () => {
    expect(sparkShape([7]).path).toBe('M4 32');
    expect(sparkShape([7, 7, 7]).path).toBe('M4 32L48 32L92 32');
  });
});
