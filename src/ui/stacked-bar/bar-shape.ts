export type BarPart = { x: number; width: number };

const GAP = 0.6;

/** Lays values end to end on a line of 100, where `max` fills it; a hair of room parts neighbours. */
export function barParts(values: readonly number[], max: number): BarPart[] {
  const scale = max > 0 ? 100 / max : 0;
  let x = 0;
  return values.map((value) => {
    const width = Math.min(Math.max(value, 0) * scale, 100 - x);
    const part = { x: round(x), width: round(Math.max(width - (width > 2 * GAP ? GAP : 0), 0)) };
    x += width;
    return part;
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
