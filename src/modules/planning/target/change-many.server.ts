import { z } from 'zod';
import type { BulkTarget, RowResult } from '#modules/lists/index.server.ts';
import type { ListFilter } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { editTarget, undoTargetEdit } from './commands.server.ts';
import * as policy from './policy.ts';
import { findTargets, getTarget, nextTargets } from './queries.server.ts';
import { factsOf, saysTheSame, type TargetFacts } from './target.ts';

/** What becomes alike in each target; a field that is absent stays as it is. */
export type AlikeFacts = Partial<Pick<TargetFacts, 'year' | 'unit' | 'metric' | 'denominatorScope'>>;

/** Those of these targets that this person sees, as they are called in the result. */
export async function chosenTargets(ctx: Ctx, ids: readonly string[]): Promise<BulkTarget[]> {
  return (await findTargets(ctx, ids)).map(({ id, text }) => ({ id, label: text }));
}

/** The first targets of a filter that this person sees. */
export async function firstTargets(ctx: Ctx, filter: ListFilter, most: number): Promise<BulkTarget[]> {
  const { rows } = await nextTargets(ctx, filter, undefined, most);
  return rows.map(({ id, text }) => ({ id, label: text }));
}

/** The reason for each target with which the change would be refused, asked of the rules that the edit itself asks. */
export async function foreseeTargets(
  ctx: Ctx,
  ids: readonly string[],
  change: AlikeFacts,
): Promise<ReadonlyMap<string, string | undefined>> {
  const found = new Map((await findTargets(ctx, ids)).map((target) => [target.id as string, target]));
  return new Map(
    ids.map((id) => {
      const target = found.get(id);
      if (!target) return [id, 'not-found'];
      if (!target.isInForce) return [id, 'replaced'];
      if (!policy.edit(ctx.actor, target).allowed) return [id, 'no-right'];
      return [id, saysTheSame(target, { ...factsOf(target), ...change }) ? 'nothing-changed' : undefined];
    }),
  );
}

/** Makes one target say what all of them shall, with the common reason; the rest of it stays. */
export async function makeAlike(
  ctx: Ctx,
  id: string,
  change: AlikeFacts,
  reason: string,
): Promise<RowResult> {
  const target = await getTarget(ctx, id);
  const to = { ...factsOf(target), ...change };
  const outcome = await editTarget(ctx, id, { to, reason, version: target.version });
  return outcome.ok
    ? { ok: true, undo: { version: outcome.value.version } }
    : { ok: false, reason: outcome.code };
}

const made = z.object({ version: z.number().int() });

/** Takes the change of one target back; one that was edited since stays as it is. */
export async function takeAlikeBack(ctx: Ctx, id: string, undo: unknown): Promise<RowResult> {
  const outcome = await undoTargetEdit(ctx, id, made.parse(undo).version);
  return outcome.ok ? { ok: true, undo: null } : { ok: false, reason: outcome.code };
}
