import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { EvidenceOwner } from '../../evidence/owner.server.ts';
import { askFreeze, freezeAgain, takeFreezeBack } from '../commands.server.ts';
import type { FrozenRecord } from '../frozen-record.ts';
import type { FreezingPlace } from '../frozen-source.ts';
import { frozenLink } from '../links.ts';
import { sourceOf } from '../place.server.ts';
import { findProofOf, getFrozen } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** Tries again what could not be frozen. */
export async function freezeAgainAction(ctx: Ctx, req: Req, place: FreezingPlace): Promise<Reply> {
  const t = texts(ctx.lang);
  const one = await getFrozen(ctx, place.owners, req.params.id ?? '');
  const outcome = await freezeAgain(ctx, ownerOf(place, one), sourceOf(ctx, place, one.source), one);
  return seeOther(
    frozenLink(one.id),
    outcome.ok ? { tone: 'ok', text: t.flash.again } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** Freezes the same list or record as it stands now, as a new version of the same proof. */
export async function freezeAnewAction(ctx: Ctx, req: Req, place: FreezingPlace): Promise<Reply> {
  const t = texts(ctx.lang);
  const one = await getFrozen(ctx, place.owners, req.params.id ?? '');
  const { owner, recordId, attachmentId } = await findProofOf(ctx, place.owners, one);
  if (attachmentId === undefined) throw new NotFound();
  const { query, title } = one;
  const asked = { recordId, query, title, anewOf: attachmentId };
  const outcome = await askFreeze(ctx, owner, sourceOf(ctx, place, one.source), asked);
  if (outcome.ok) return seeOther(frozenLink(outcome.value), { tone: 'ok', text: t.flash.again });
  return seeOther(frozenLink(one.id), { tone: 'late', text: t.refusal[outcome.code] });
}

/** Takes back what is not frozen yet, and goes to the record for which it was asked. */
export async function takeFreezeBackAction(ctx: Ctx, req: Req, place: FreezingPlace): Promise<Reply> {
  const t = texts(ctx.lang);
  const one = await getFrozen(ctx, place.owners, req.params.id ?? '');
  const owner = ownerOf(place, one);
  const outcome = await takeFreezeBack(ctx, owner, one);
  if (!outcome.ok) return seeOther(frozenLink(one.id), { tone: 'late', text: t.refusal[outcome.code] });
  return seeOther(`${owner.path}/${one.recordId}#evidence`, { tone: 'ok', text: t.flash.takenBack });
}

function ownerOf(place: FreezingPlace, one: FrozenRecord): EvidenceOwner {
  const owner = place.owners.find(({ kind }) => kind === one.recordKind);
  if (!owner) throw new NotFound();
  return owner;
}
