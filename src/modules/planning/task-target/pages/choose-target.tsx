import { type PageReply, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { backField, linkBatchUndoLink, targetsOfTaskLink, taskLink, taskOfTargetLink } from '../../links.ts';
import { deedPage } from '../../task/parts/deed-page.tsx';
import { getTask, type TaskRecord } from '../../task/queries.server.ts';
import { linkTasks } from '../commands.server.ts';
import { LinkedTargetTable, canBeLinked } from '../parts/link-panels.tsx';
import * as policy from '../policy.ts';
import { type LinkedTarget, listComparedTargets, listTargetsOfTask } from '../queries.server.ts';
import { proposeLinks } from '../task-target.ts';
import { texts } from '../texts.ts';

/** The targets that a task is for, and those of its plan that it could be for: what the words suggest stands first. */
export async function chooseTargetPage(ctx: Ctx, req: Req): Promise<PageReply> {
  return show(ctx, await getTask(ctx, req.params.id ?? ''));
}

/** Links the task to the chosen target, and stays on the page. */
export async function chooseTargetAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  const targetId = req.form.text('target');
  if (targetId === '') return show(ctx, task, [{ fieldId: '', text: t.fault.target }]);
  const outcome = await linkTasks(ctx, [{ taskId: task.id, targetId }], 'hand');
  if (!outcome.ok) return show(ctx, task, [{ fieldId: '', text: t.refusal[outcome.code] }]);
  const undo = linkBatchUndoLink(outcome.value.batchId);
  return seeOther(targetsOfTaskLink(task.id), { tone: 'ok', text: t.done.one, undo });
}

async function show(ctx: Ctx, task: TaskRecord, problems: readonly FieldProblem[] = []): Promise<PageReply> {
  const t = texts(ctx.lang);
  must(policy.may(ctx.actor, 'link', task));
  const present = await listTargetsOfTask(ctx, task.id);
  const others = canBeLinked(task) && task.planId ? await sortedTargets(ctx, task, task.planId, present) : [];
  return deedPage(ctx, task, {
    title: t.taskPage.title,
    problems,
    children: (
      <Stack>
        <p class="form-lead">{canBeLinked(task) ? t.taskPage.lead : whyNot(ctx, task)}</p>
        <Panel id="present" title={t.taskPage.present} count={present.length} isFlush={present.length > 0}>
          {present.length === 0 ? (
            t.taskPage.none
          ) : (
            <LinkedTargetTable
              ctx={ctx}
              caption={t.ofTaskCaption}
              rows={present}
              deed={(target) => (
                <form method="post" action={taskOfTargetLink(target.id, task.id, 'bo')}>
                  <input type="hidden" name={backField} value="nhiem-vu" />
                  <Button size="small" label={t.unlinkFrom(target.text)}>
                    {t.unlink}
                  </Button>
                </form>
              )}
            />
          )}
        </Panel>
        <Panel id="others" title={t.taskPage.others} count={others.length} isFlush={others.length > 0}>
          {others.length === 0 ? (
            t.taskPage.othersNone
          ) : (
            <LinkedTargetTable
              ctx={ctx}
              caption={t.taskPage.others}
              rows={others}
              deed={(target) => (
                <form method="post" action={targetsOfTaskLink(task.id)}>
                  <input type="hidden" name="target" value={target.id} />
                  <Button size="small" label={t.taskPage.linkTo(target.text)}>
                    {t.taskPage.link}
                  </Button>
                </form>
              )}
            />
          )}
        </Panel>
        <p class="form-actions">
          <LinkButton href={taskLink(task.id)}>{t.taskPage.back}</LinkButton>
        </p>
      </Stack>
    ),
  });
}

function whyNot(ctx: Ctx, task: TaskRecord): string {
  return texts(ctx.lang).refusal[task.planId === null ? 'no-plan' : 'part-of-task'];
}

async function sortedTargets(
  ctx: Ctx,
  task: TaskRecord,
  planId: NonNullable<TaskRecord['planId']>,
  present: readonly LinkedTarget[],
): Promise<LinkedTarget[]> {
  const free = (await listComparedTargets(ctx, planId)).filter(
    (one) => !present.some(({ id }) => id === one.id),
  );
  const text = [task.objective, task.title, task.activity, task.product].filter(Boolean).join('. ');
  const alike = proposeLinks(
    free.map((one) => ({ ...one, sectionId: 'one' })),
    [{ id: task.id, sectionId: 'one', text }],
    () => false,
  );
  const percentOf = (id: string) => alike.find((one) => one.targetId === id)?.percent ?? 0;
  return free.toSorted((one, other) => percentOf(other.id) - percentOf(one.id));
}
