import type { Ctx } from '#platform/session/ctx.ts';

/** What is only looked at, or goes out as a file, is named so; every other act writes. */
type OpeningAct = `${string}.see` | `${string}.export`;

/** Personal data that a page shows: by which act, of which record, and what of it. */
export interface Opening {
  readonly act: OpeningAct;
  readonly recordKind: string;
  readonly recordId: string;
  /** What was shown, in words of data and not the data itself: `{ officers: 12, fields: ['fullName'] }`. */
  readonly shown: Readonly<Record<string, unknown>>;
}

/**
 * Notes that the page about to be answered shows personal data. The audit line is stored before the answer is sent;
 * when it cannot be stored, nothing is shown. Also for reading requests, which cannot write themselves.
 */
export function noteOpening(ctx: Ctx, opening: Opening): void {
  ctx.openings.push(opening);
}
