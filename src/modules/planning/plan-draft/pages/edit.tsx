import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { draftLink } from '../../links.ts';
import { editHead, editRow } from '../commands/edit.server.ts';
import { headForm, rowEnvelope, stateOf } from '../input.ts';
import type { PlanDraft } from '../plan-draft.ts';
import { getDraft, listRows } from '../queries.server.ts';
import { fromFields } from '../parts/row-fields.tsx';
import { type Texts, texts } from '../texts.ts';
import { reviewPage } from './review.tsx';

/** Mends, accepts, skips or brings back one row, and goes back to it; what cannot be read comes back with its words. */
export async function rowAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const found = await getDraft(ctx, req.params.id ?? '');
  const rowId = req.params.row ?? '';
  const row = (await listRows(ctx, found.id)).find((one) => one.id === rowId);
  if (!row) throw new NotFound();
  const values = req.form.all();
  const envelope = rowEnvelope.safeParse(values);
  if (!envelope.success) return stale(ctx, req, found, rowId, values);
  const { deed, version } = envelope.data;
  const given = deed === 'luu' ? fromFields(row.kind, values, yearsOf(found)) : undefined;
  if (given && !given.ok) {
    const problems = given.wrong.map((name) => ({ fieldId: name, text: faultOf(t, name) }));
    return reviewPage(ctx, req, found, { rowId, values, problems });
  }
  const outcome = await editRow(ctx, found.id, rowId, { data: given?.data, state: stateOf[deed], version });
  if (!outcome.ok) {
    return outcome.code === 'wrong-state'
      ? seeOther(draftLink(found.id), { tone: 'late', text: t.refusal['wrong-state'] })
      : stale(ctx, req, found, rowId, values);
  }
  const flash = { luu: t.flash.saved, 'bo-qua': t.flash.skipped, 'lay-lai': t.flash.brought }[deed];
  const next = (await listRows(ctx, found.id)).find((one) => one.doubts.length > 0 && one.state === 'unseen');
  const to = next ? { loai: next.kind, dong: next.id } : { loai: row.kind };
  return seeOther(`${draftLink(found.id, to)}${next ? `#row-${next.id}` : ''}`, { tone: 'ok', text: flash });
}

/** Mends the facts of the plan as a whole. */
export async function headAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const found = await getDraft(ctx, req.params.id ?? '');
  if (found.state !== 'draft') {
    return seeOther(draftLink(found.id), { tone: 'late', text: t.refusal['wrong-state'] });
  }
  const values = req.form.all();
  const parsed = headForm.safeParse(values);
  const date = values.date ? parseDayFirstDate(values.date) : null;
  const wrong = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0]))),
    ...(date === undefined ? ['date'] : []),
  ];
  if (!parsed.success || date === undefined || wrong.length > 0) {
    const problems = [...new Set(wrong)].map((name) => ({ fieldId: name, text: faultOf(t, name) }));
    return reviewPage(ctx, req, found, { values, problems });
  }
  const { signer_name, signer_title, version, ...facts } = parsed.data;
  const signer = { name: signer_name, title: signer_title, authority: found.head?.signer.authority ?? null };
  const outcome = await editHead(ctx, found.id, { head: { ...facts, date, signer }, version });
  if (outcome.ok) return seeOther(draftLink(found.id), { tone: 'ok', text: t.flash.head });
  return reviewPage(ctx, req, found, { values, problems: [{ fieldId: '', text: t.refusal[outcome.code] }] });
}

function stale(
  ctx: Ctx,
  req: Req,
  found: PlanDraft,
  rowId: string,
  values: Record<string, string>,
): Promise<Reply> {
  const problems = [{ fieldId: '', text: texts(ctx.lang).refusal['changed-meanwhile'] }];
  return reviewPage(ctx, req, found, { rowId, values, problems });
}

function yearsOf(found: PlanDraft): { from: number; to: number } {
  const from = found.head?.year_from ?? found.createdAt.getFullYear();
  return { from, to: found.head?.year_to ?? from };
}

const dates = new Set(['date', 'due_day', 'data_from', 'data_to', 'submit_by']);

function faultOf(t: Texts, name: string): string {
  if (dates.has(name)) return t.fault.date;
  if (name.startsWith('year')) return t.fault.year;
  if (name === 'value') return t.fault.number;
  return name === 'operator' || name === 'axis' ? t.fault.choice : t.fault.text;
}
