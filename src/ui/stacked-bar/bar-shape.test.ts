import { describe, expect, it } from 'vitest';
import { barParts } from './bar-shape.ts';

describe('barParts', () => {
  it('lays values end to end, each to scale', () => {
    expect(barParts([6, 10, 2], 20)).toEqual([
      { x: 0, width: 29.4 },
      { x: 30, width: 49.4 },
      { x: 80, width: 9.4 },
    ]);
  });

  it('never leaves the line', () => {
    const parts = barParts([80, 80], 100);
    for (const { x, width } of parts) expect(x + width).toBeLessThanOrEqual(100);
  });

  it('draws nothing of nothing', () => {
    expect(barParts([0, 0], 0)).toEqual([
      { x: 0, width: 0 },
      { x: 0, width: 0 },
    ]);
    expect(barParts([-3], 10)).toEqual([{ x: 0, width: 0 }]);
  });
});
