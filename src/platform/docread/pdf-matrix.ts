/** An affine map as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that does `inner` first and `outer` on its result. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

/** Where the map takes a point. */
export function place(map: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [map[0] * x + map[2] * y + map[4], map[1] * x + map[3] * y + map[5]];
}

/** Six numbers as a map; undefined for anything else, as damaged files hold it. */
export function toMatrix(numbers: ArrayLike<unknown> | null | undefined): Matrix | undefined {
  if (numbers?.length !== 6) return undefined;
  const six = Array.from(numbers);
  return six.every((number) => typeof number === 'number' && Number.isFinite(number))
    ? (six as unknown as Matrix)
    : undefined;
}
