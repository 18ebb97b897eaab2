import type { Id } from '#platform/db/id.ts';
import type { Outcome } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { askFreeze, type FreezeRefusal } from './commands/ask.server.ts';
import type { FrozenRecord } from './frozen-record.ts';
import type { FreezingPlace } from './frozen-source.ts';
import { sourceOf } from './place.server.ts';
import { findProofOf } from './queries.server.ts';

/** Asks that the same list or record be frozen as it stands now, as a new version of the same proof; the old one stays. */
export async function freezeAnew(
  ctx: Ctx,
  place: FreezingPlace,
  one: FrozenRecord,
): Promise<Outcome<Id<'frozen-record'>, FreezeRefusal>> {
  const { owner, recordId, attachmentId } = await findProofOf(ctx, place.owners, one);
  if (attachmentId === undefined) throw new NotFound();
  const asked = { recordId, query: one.query, title: one.title, anewOf: attachmentId };
  return askFreeze(ctx, owner, sourceOf(ctx, place, one.source), asked);
}
