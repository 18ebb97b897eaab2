import type { Id } from '#platform/db/id.ts';

export interface Officer {
  readonly id: Id<'officer'>;
  readonly fullName: string;
  readonly positionTitle: string;
  readonly isHead: boolean;
  readonly unitId: Id<'unit'>;
  readonly unitName: string;
}
