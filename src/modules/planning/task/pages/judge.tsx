import { EvidencePanel, showEvidence } from '#modules/casework/index.server.ts';
import type { PageReply, Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { backField } from '../../links.ts';
import { Stack } from '#ui/layout/layout.tsx';
import { taskEvidence } from '../evidence-owner.server.ts';
import { approveTask, sendTaskBack } from '../commands/judge.server.ts';
import { noteForm, reasonForm } from '../input.ts';
import { deedConflict, deedPage, movedOn } from '../parts/deed-page.tsx';
import { JudgeForm } from '../parts/judge-form.tsx';
import * as policy from '../policy.ts';
import { getTask, type TaskRecord } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { backFrom } from './take-last.tsx';

/** What was handed in, to be approved or sent back. */
export async function judgePage(ctx: Ctx, req: Req): Promise<PageReply> {
  return form(ctx, await getTask(ctx, req.params.id ?? ''));
}

/** Approves what was handed in, and goes back to the task. */
export async function approveAction(ctx: Ctx, req: Req): Promise<Reply> {
  return judge(ctx, req, 'approve');
}

/** Sends back what was handed in, with the reason, and goes back to the task. */
export async function sendBackAction(ctx: Ctx, req: Req): Promise<Reply> {
  return judge(ctx, req, 'send-back');
}

async function judge(ctx: Ctx, req: Req, name: 'approve' | 'send-back'): Promise<Reply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  const typed = {
    text: req.form.text('text'),
    version: req.form.text('version'),
    back: req.form.text(backField),
  };
  const outcome = await judged(ctx, task.id, name, typed);
  if (!outcome) {
    const text = name === 'approve' ? t.fault.note : t.fault.sendBack;
    return form(ctx, task, typed, [{ fieldId: 'text', text }]);
  }
  if (outcome.ok) {
    const text = name === 'approve' ? t.flash.approved : t.flash.sentBack;
    return backFrom(req, { id: task.id, version: Number(typed.version) }, text);
  }
  if (outcome.code === 'wrong-state') return movedOn(ctx, task.id);
  if (outcome.code !== 'changed-meanwhile')
    return form(ctx, task, typed, [{ fieldId: 'evidence', text: t.refusal[outcome.code] }]);
  const present = await getTask(ctx, task.id);
  return deedConflict(ctx, req, present, {
    title: t.form.judgeTitle,
    form: name === 'approve' ? 'duyet' : 'tra-lai',
    now: { text: '' },
    typed: { text: typed.text },
    fields: [{ name: 'text', label: t.form.judgeText }],
  });
}

/** What became of the answer; undefined where what was typed cannot be taken. */
async function judged(
  ctx: Ctx,
  taskId: string,
  name: 'approve' | 'send-back',
  typed: { text: string; version: string },
) {
  if (name === 'approve') {
    const given = noteForm.safeParse(typed);
    return given.success ? approveTask(ctx, taskId, given.data) : undefined;
  }
  const given = reasonForm.safeParse(typed);
  return given.success ? sendTaskBack(ctx, taskId, given.data) : undefined;
}

async function form(
  ctx: Ctx,
  task: TaskRecord,
  typed?: { text: string; version: string; back: string },
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  must(policy.may(ctx.actor, 'approve', task));
  const evidence = await showEvidence(ctx, taskEvidence, task.id);
  const error = problems.find(({ fieldId }) => fieldId === 'text')?.text;
  return deedPage(ctx, task, {
    title: texts(ctx.lang).form.judgeTitle,
    problems,
    children: (
      <Stack>
        <JudgeForm lang={ctx.lang} task={task} typed={typed} error={error} />
        <EvidencePanel shown={evidence} />
      </Stack>
    ),
  });
}
