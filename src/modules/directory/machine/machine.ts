import type { Id } from '#platform/db/id.ts';

/** A program that works for the office in its own name, with the rights of one role. */
export interface Machine {
  readonly id: Id<'machine'>;
  readonly name: string;
  readonly roleId: Id<'role'>;
  readonly isEnded: boolean;
  /** Tokens of it that work. */
  readonly tokenCount: number;
}

export const longestMachineName = 80;
