import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { freezeAgain, takeFreezeBack } from '../commands/ask.server.ts';
import { freezeAnew } from '../freeze-anew.server.ts';
import type { FreezingPlace } from '../frozen-source.ts';
import { frozenLink } from '../links.ts';
import { ownerOf, sourceOf } from '../place.server.ts';
import { getFrozen } from '../queries.server.ts';
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
  const outcome = await freezeAnew(ctx, place, one);
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
