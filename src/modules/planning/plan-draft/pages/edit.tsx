import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { draftLink } from '../../links.ts';
import { editHead } from '../commands/edit.server.ts';
import { headForm } from '../input.ts';
import * as policy from '../policy.ts';
import { getDraft } from '../queries.server.ts';
import { type Texts, texts } from '../texts.ts';
import { headConflict } from './draft-conflict.tsx';
import { reviewPage } from './review.tsx';

/** Mends the facts of the plan as a whole. */
export async function headAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const found = await getDraft(ctx, req.params.id ?? '');
  must(policy.edit(ctx.actor));
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
  const { signer_name, signer_title, signer_authority, recipients, version, ...facts } = parsed.data;
  const signer = { name: signer_name, title: signer_title, authority: signer_authority };
  const head = {
    ...facts,
    date,
    signer,
    recipients: recipients
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  };
  const outcome = await editHead(ctx, found.id, { head, version });
  if (outcome.ok) return seeOther(draftLink(found.id), { tone: 'ok', text: t.flash.head });
  if (outcome.code === 'changed-meanwhile') return headConflict(ctx, req, found.id);
  return reviewPage(ctx, req, found, { values, problems: [{ fieldId: '', text: t.refusal[outcome.code] }] });
}

const choices = new Set(['operator', 'axis', 'period', 'role']);
const dates = new Set(['date', 'due_day', 'data_from', 'data_to', 'submit_by']);

/** What is wrong with a field of this name, and what would be right. */
export function faultOf(t: Texts, name: string): string {
  if (dates.has(name)) return t.fault.date;
  if (name.startsWith('year')) return t.fault.year;
  if (name === 'value') return t.fault.number;
  if (name === 'submit_words') return t.fault.rhythm;
  return choices.has(name) ? t.fault.choice : t.fault.text;
}
