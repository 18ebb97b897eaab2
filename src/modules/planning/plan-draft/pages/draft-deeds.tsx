import type { z } from 'zod';
import { type DataReply, data, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { draftDeedLink, draftLink, draftsLink } from '../../links.ts';
import { amendPlan } from '../commands/amend.server.ts';
import { checkDraft, reopenDraft } from '../commands/check.server.ts';
import { acceptClearRows } from '../commands/edit.server.ts';
import { issueAgain } from '../commands/issue.server.ts';
import { mendRows } from '../commands/mend.server.ts';
import { addRow } from '../commands/rearrange.server.ts';
import { discardDraft, restoreDraft } from '../commands/set-aside.server.ts';
import { redoStep, undoStep } from '../commands/steps.server.ts';
import { takeBackPlan } from '../commands/take-back.server.ts';
import { visitDraft } from '../commands/visit.server.ts';
import { addForm, mendForm } from '../input.ts';
import { longestDiscardReason } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { getDraft } from '../queries.server.ts';
import { listOthersAtWork, listSteps } from '../review.server.ts';
import { texts } from '../texts.ts';

/** Takes the whole import back, or says why it no longer can be. */
export async function takeBackAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const outcome = await takeBackPlan(ctx, id, reasonOf(req));
  if (outcome.ok) {
    const undo = draftDeedLink(id, 'ban-hanh-lai');
    return seeOther(draftLink(id), { tone: 'ok', text: t.stored.undone, undo });
  }
  const text =
    outcome.code === 'worked-on'
      ? t.refusal['worked-on'](
          formatNumber(ctx.lang, Number(outcome.detail.count)),
          String(outcome.detail.first),
        )
      : t.refusal[outcome.code];
  return seeOther(draftLink(id), { tone: 'late', text });
}

/** Puts an import aside. */
export async function discardAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const outcome = await discardDraft(ctx, id, reasonOf(req));
  return outcome.ok
    ? seeOther(draftsLink, { tone: 'ok', text: t.discarded, undo: draftDeedLink(id, 'khoi-phuc') })
    : seeOther(draftLink(id), { tone: 'late', text: t.refusal['wrong-state'] });
}

/** Issues a plan again, as it was, that was taken back. */
export async function issueAgainAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const outcome = await issueAgain(ctx, id);
  return seeOther(
    draftLink(id),
    outcome.ok
      ? { tone: 'ok', text: t.stored.title }
      : { tone: 'late', text: t.inTrash.refusal[outcome.code] ?? outcome.code },
  );
}

function reasonOf(req: Req): string {
  return req.form.text('reason').slice(0, longestDiscardReason);
}

/** Takes an import up again. */
export async function restoreAction(ctx: Ctx, req: Req): Promise<Reply> {
  return plainDeed(ctx, req, await restoreDraft(ctx, req.params.id ?? ''), texts(ctx.lang).restored);
}

/** Says that a draft is checked; while something must still be mended, names how much. */
export async function checkAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const outcome = await checkDraft(ctx, id);
  if (outcome.ok) return seeOther(draftDeedLink(id, 'xac-nhan'), { tone: 'ok', text: t.check.done });
  const text =
    outcome.code === 'not-ready'
      ? t.refusal['not-ready'](formatNumber(ctx.lang, Number(outcome.detail.count)))
      : t.refusal['wrong-state'];
  return seeOther(draftLink(id), { tone: 'late', text });
}

/** Opens a checked draft for mending again. */
export async function reopenDraftAction(ctx: Ctx, req: Req): Promise<Reply> {
  return plainDeed(ctx, req, await reopenDraft(ctx, req.params.id ?? ''), texts(ctx.lang).check.reopened);
}

/** Accepts every row that the reader is sure of. */
export async function acceptClearAction(ctx: Ctx, req: Req): Promise<Reply> {
  const outcome = await acceptClearRows(ctx, req.params.id ?? '');
  return plainDeed(ctx, req, outcome, texts(ctx.lang).reviewing.flash.accepted);
}

/** Takes the last step back. */
export async function undoAction(ctx: Ctx, req: Req): Promise<Reply> {
  const r = texts(ctx.lang).reviewing;
  const outcome = await undoStep(ctx, req.params.id ?? '');
  return plainDeed(
    ctx,
    req,
    outcome,
    outcome.ok ? r.flash.undone(r.step[outcome.value] ?? outcome.value) : '',
  );
}

/** Does the step again that was taken back last. */
export async function redoAction(ctx: Ctx, req: Req): Promise<Reply> {
  const r = texts(ctx.lang).reviewing;
  const outcome = await redoStep(ctx, req.params.id ?? '');
  return plainDeed(
    ctx,
    req,
    outcome,
    outcome.ok ? r.flash.redone(r.step[outcome.value] ?? outcome.value) : '',
  );
}

/** Adds an empty row and opens it. */
export async function addAction(ctx: Ctx, req: Req): Promise<Reply> {
  const { id } = await getDraft(ctx, req.params.id ?? '');
  const order = asked(addForm, req);
  const outcome = await addRow(ctx, id, { kind: order.kind, afterId: order.after });
  if (!outcome.ok) return plainDeed(ctx, req, outcome, '');
  return seeOther(`${draftLink(id, { loai: order.kind, dong: outcome.value })}#row-${outcome.value}`, {
    tone: 'ok',
    text: texts(ctx.lang).reviewing.flash.added,
  });
}

/** Says which plan the draft takes the place of, and shows the difference. */
export async function amendAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  const planId = req.form.text('plan');
  const outcome = await amendPlan(ctx, id, planId);
  if (!outcome.ok || planId === '') return plainDeed(ctx, req, outcome, texts(ctx.lang).amending.saved);
  return seeOther(draftDeedLink(id, 'so-sanh'), { tone: 'ok', text: texts(ctx.lang).amending.saved });
}

/** Mends rows as a finding of the check proposes. */
export async function mendAction(ctx: Ctx, req: Req): Promise<Reply> {
  const { id } = await getDraft(ctx, req.params.id ?? '');
  const outcome = await mendRows(ctx, id, asked(mendForm, req));
  return plainDeed(ctx, req, outcome, texts(ctx.lang).flash.saved);
}

/** Notes that the person has the draft open; answers who else has, and the number of the last step. */
export async function visitAction(ctx: Ctx, req: Req): Promise<DataReply> {
  const found = await getDraft(ctx, req.params.id ?? '');
  must(policy.edit(ctx.actor));
  if (req.form.text('opened') !== '') await visitDraft(ctx, found.id, req.form.text('row') || undefined);
  const r = texts(ctx.lang).reviewing.others;
  const others = await listOthersAtWork(ctx, found.id);
  const [last] = await listSteps(ctx, found.id);
  return data({
    title: r.title,
    others: others.length > 0 ? r.text(others.join(', ')) : null,
    step: last?.ordinal ?? 0,
    changed: last && last.actorName !== ctx.actor.name ? r.changed(last.actorName) : null,
    reload: r.reload,
  });
}

/** What a form without anything to type says; one that the product never made names nothing that there is. */
export function asked<Schema extends z.ZodType>(schema: Schema, req: Req): z.infer<Schema> {
  const parsed = schema.safeParse(req.form.all());
  if (!parsed.success) throw new NotFound();
  return parsed.data;
}

/** Back to the review, at the row that was open, with one sentence about what was done or why not. */
function plainDeed(
  ctx: Ctx,
  req: Req,
  outcome: { ok: true } | { ok: false; code: PlainRefusal },
  done: string,
): Reply {
  const row = req.form.text('dong');
  const to = draftLink(req.params.id ?? '', { dong: row || undefined });
  return seeOther(
    row ? `${to}#row-${row}` : to,
    outcome.ok ? { tone: 'ok', text: done } : { tone: 'late', text: texts(ctx.lang).refusal[outcome.code] },
  );
}

type PlainRefusal =
  | 'wrong-state'
  | 'nothing-changed'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'replaced-already'
  | 'changed-meanwhile';
