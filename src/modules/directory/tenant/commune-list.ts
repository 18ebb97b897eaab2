import type { ListShape } from '#platform/list/filter.ts';

/** What the public list of communes can be filtered and sorted by; the provinces are those that have communes here. */
export function communeListShape(provinces: readonly string[]): ListShape {
  return { fields: { tinh: { kind: 'choice', choices: provinces } }, sorts: ['ten', 'tinh'] };
}
