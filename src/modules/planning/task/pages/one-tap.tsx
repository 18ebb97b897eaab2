import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { taskLink } from '../../links.ts';
import { reopenTask } from '../commands/close.server.ts';
import { withdrawTask } from '../commands/hand-in.server.ts';
import { acceptTask, startTask } from '../commands/receive.server.ts';
import { noteForm } from '../input.ts';
import * as policy from '../policy.ts';
import { getTask } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { backFrom, listOf } from './take-last.tsx';

/** The deeds that one button of the task's page does. */
const deeds = {
  accept: { command: acceptTask, flash: 'accepted' },
  start: { command: startTask, flash: 'started' },
  withdraw: { command: withdrawTask, flash: 'withdrawn' },
  reopen: { command: reopenTask, flash: 'reopened' },
} as const;

/** Accepts the task, and goes back to it. */
export function acceptAction(ctx: Ctx, req: Req): Promise<Reply> {
  return tap(ctx, req, 'accept');
}

/** Says that work on the task has begun, and goes back to it. */
export function startTaskAction(ctx: Ctx, req: Req): Promise<Reply> {
  return tap(ctx, req, 'start');
}

/** Takes back what was handed in, and goes back to the task. */
export function withdrawAction(ctx: Ctx, req: Req): Promise<Reply> {
  return tap(ctx, req, 'withdraw');
}

/** Opens a closed task again, and goes back to it. */
export function reopenAction(ctx: Ctx, req: Req): Promise<Reply> {
  return tap(ctx, req, 'reopen');
}

async function tap(ctx: Ctx, req: Req, name: keyof typeof deeds): Promise<Reply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  const given = noteForm.safeParse({ text: req.form.text('text'), version: req.form.text('version') });
  // The command asks for the right itself, after it has seen whether the deed is not done already.
  if (!given.success) must(policy.may(ctx.actor, name, task));
  const outcome = given.success ? await deeds[name].command(ctx, task.id, given.data) : undefined;
  if (outcome?.ok && given.success) {
    const done = { id: task.id, version: given.data.version };
    return backFrom(req, done, t.flash[deeds[name].flash], name !== 'reopen');
  }
  return seeOther(listOf(req) ?? taskLink(task.id), {
    tone: 'late',
    text: t.refusal[outcome && !outcome.ok ? outcome.code : 'changed-meanwhile'],
  });
}
