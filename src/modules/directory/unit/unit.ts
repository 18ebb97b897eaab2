import type { Id } from '#platform/db/id.ts';

export interface Unit {
  readonly id: Id<'unit'>;
  readonly name: string;
  /** A name that stands for many units, such as "the units concerned". */
  readonly isCollective: boolean;
}
