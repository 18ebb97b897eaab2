import { z } from 'zod';
import type { RowResult } from '#modules/lists/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Decision } from '#platform/session/decision.ts';
import { lockAccount, unlockAccount } from '../account/administer.server.ts';
import * as accountPolicy from '../account/policy.ts';
import { endOfficer, moveOfficer, restoreOfficer } from './administer.server.ts';
import { takesOfficers } from './commands.server.ts';
import { getKeptOfficer } from './kept.server.ts';
import { officerRows } from './listed.server.ts';
import type { KeptOfficer } from './officer.ts';
import * as policy from './policy.ts';

/** What is done to an officer or to their account. */
export type OfficerDeed = 'move' | 'end' | 'restore' | 'lock' | 'unlock';

/** What was filled in: the unit to move to, the last day and why. */
export interface OfficerChange {
  readonly unitId?: string;
  readonly endOn?: PlainDate;
  readonly reason?: string;
}

const rights: Readonly<Record<OfficerDeed, (actor: Ctx['actor']) => Decision>> = {
  move: policy.move,
  end: policy.end,
  restore: policy.restore,
  lock: accountPolicy.lock,
  unlock: accountPolicy.unlock,
};

/** Whether this person may do the deed to officers at all. */
export function mayDo(ctx: Ctx, deed: OfficerDeed): boolean {
  return rights[deed](ctx.actor).allowed;
}

/** The reason for each officer with whom the deed would be refused, as far as it can be told beforehand. */
export async function foreseeOfficers(
  ctx: Ctx,
  ids: readonly string[],
  deed: OfficerDeed,
  change: OfficerChange = {},
): Promise<ReadonlyMap<string, string | undefined>> {
  const officers = new Map((await officerRows.find(ctx, ids)).map((one) => [one.id as string, one]));
  const isUnitGone = deed === 'move' && !(await takesOfficers(ctx, change.unitId as Id<'unit'>));
  return new Map(
    ids.map((id) => {
      const officer = officers.get(id);
      if (!officer) return [id, 'not-found'];
      if (!mayDo(ctx, deed)) return [id, 'no-right'];
      return [id, isUnitGone ? 'no-such-unit' : refusalOf(ctx, officer, deed, change)];
    }),
  );
}

function refusalOf(
  ctx: Ctx,
  officer: KeptOfficer,
  deed: OfficerDeed,
  change: OfficerChange,
): string | undefined {
  const { account, endedOn } = officer;
  const isSelf = officer.id === ctx.actor.officerId;
  switch (deed) {
    case 'move':
      if (endedOn !== null) return 'ended';
      return officer.unitId === change.unitId ? 'same' : undefined;
    case 'end':
      if (endedOn !== null) return 'ended';
      return isSelf ? 'own-account' : undefined;
    case 'restore':
      return endedOn === null ? 'not-ended' : undefined;
    case 'lock':
      if (!account) return 'no-account';
      if (isSelf) return 'own-lock';
      return account.isLocked ? 'locked' : undefined;
    case 'unlock':
      if (!account) return 'no-account';
      return account.isLocked ? undefined : 'not-locked';
  }
}

/** Does the deed to one officer, with what it takes to put them back. */
export async function changeOfficer(
  ctx: Ctx,
  id: string,
  deed: OfficerDeed,
  change: OfficerChange = {},
): Promise<RowResult> {
  const officer = await getKeptOfficer(ctx, id);
  const refused = refusalOf(ctx, officer, deed, change);
  if (refused) return { ok: false, reason: refused };
  const { unitId, positionTitle, isHead, endedOn } = officer;
  const outcome = await run(ctx, officer, deed, change);
  if (!outcome.ok) return { ok: false, reason: outcome.code };
  return { ok: true, undo: { deed, unitId, positionTitle, isHead, endedOn, movedTo: change.unitId ?? null } };
}

function run(
  ctx: Ctx,
  officer: KeptOfficer,
  deed: OfficerDeed,
  change: OfficerChange,
): Promise<Outcome<undefined, string>> {
  const { id, positionTitle } = officer;
  switch (deed) {
    case 'move':
      // Whoever headed the old unit does not head the new one by that.
      return moveOfficer(ctx, id, { unitId: change.unitId as Id<'unit'>, positionTitle, isHead: false });
    case 'end':
      return endOfficer(ctx, id, change.endOn ?? ctx.clock.today(), change.reason);
    case 'restore':
      return restoreOfficer(ctx, id);
    case 'lock':
      return lockAccount(ctx, id);
    case 'unlock':
      return unlockAccount(ctx, id);
  }
}

const before = z.object({
  deed: z.enum(['move', 'end', 'restore', 'lock', 'unlock']),
  unitId: z.uuid(),
  positionTitle: z.string(),
  isHead: z.boolean(),
  endedOn: z.string().nullable(),
  movedTo: z.uuid().nullable(),
});

/** Puts one officer back as they were before the deed. Refuses one who was moved on meanwhile. */
export async function undoOfficer(ctx: Ctx, id: string, undo: unknown): Promise<RowResult> {
  const was = before.parse(undo);
  const officer = await getKeptOfficer(ctx, id);
  if (was.deed === 'move' && officer.unitId !== was.movedTo) return { ok: false, reason: 'changed' };
  const { positionTitle, isHead } = was;
  const unitId = was.unitId as Id<'unit'>;
  const deeds: Readonly<Record<OfficerDeed, () => Promise<Outcome<undefined, string>>>> = {
    move: () => moveOfficer(ctx, id, { unitId, positionTitle, isHead }),
    end: () => restoreOfficer(ctx, id),
    restore: () => endOfficer(ctx, id, (was.endedOn ?? ctx.clock.today()) as PlainDate),
    lock: () => unlockAccount(ctx, id),
    unlock: () => lockAccount(ctx, id),
  };
  const outcome = await deeds[was.deed]();
  return outcome.ok ? { ok: true, undo: null } : { ok: false, reason: outcome.code };
}
