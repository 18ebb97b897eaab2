import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { CheckboxGroup } from '#ui/field/choice-field.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { fold } from '#platform/search/folding.ts';
import {
  backField,
  linkBatchUndoLink,
  objectivesLink,
  targetLink,
  targetsOfTaskLink,
  taskOfTargetLink,
  tasksOfTargetLink,
} from '../../links.ts';
import { getTarget, type TargetRecord } from '../../target/queries.server.ts';
import { linkTasks, unlinkBatch, unlinkTask } from '../commands.server.ts';
import { chosenForm } from '../input.ts';
import * as policy from '../policy.ts';
import { type LinkableTask, listLinkableOfPlan, listLinksOfPlan } from '../queries.server.ts';
import { proposeLinks } from '../task-target.ts';
import { texts } from '../texts.ts';

/** How many tasks the page offers at once. */
const mostShown = 50;

/** The tasks of a target's plan that could be for it: what the words suggest first, or what was searched for. */
export async function chooseTasksPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const target = await getTarget(ctx, req.params.id ?? '');
  return show(ctx, target, req.query.get('tim')?.slice(0, 200) ?? '');
}

/** Links the ticked tasks in one act, and goes to the target with the way back. */
export async function chooseTasksAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const target = await getTarget(ctx, req.params.id ?? '');
  const words = req.form.text('tim').slice(0, 200);
  const chosen = chosenForm.safeParse(req.form.texts('task'));
  if (!chosen.success) return show(ctx, target, words, [{ fieldId: 'task', text: t.fault.tasks }]);
  const links = chosen.data.map((taskId) => ({ taskId, targetId: target.id }));
  const outcome = await linkTasks(ctx, links, 'hand');
  if (!outcome.ok) return show(ctx, target, words, [{ fieldId: 'task', text: t.refusal[outcome.code] }]);
  const text = t.done.linked(formatNumber(ctx.lang, outcome.value.count));
  return seeOther(targetLink(target.id), {
    tone: 'ok',
    text,
    undo: linkBatchUndoLink(outcome.value.batchId),
  });
}

/** Unlinks a task from a target, with the way back; to the page from which it was pressed. */
export async function unlinkAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const target = await getTarget(ctx, req.params.id ?? '');
  const taskId = req.params.task ?? '';
  const outcome = await unlinkTask(ctx, { taskId, targetId: target.id });
  const to = req.form.text(backField) === 'nhiem-vu' ? targetsOfTaskLink(taskId) : targetLink(target.id);
  if (!outcome.ok) return seeOther(to, { tone: 'late', text: t.refusal[outcome.code] });
  const undo = taskOfTargetLink(target.id, taskId, 'gan');
  return seeOther(to, { tone: 'ok', text: t.done.unlinked, undo });
}

/** Links a task again that was unlinked. */
export async function linkAgainAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const target = await getTarget(ctx, req.params.id ?? '');
  const outcome = await linkTasks(ctx, [{ taskId: req.params.task ?? '', targetId: target.id }], 'hand');
  return seeOther(
    targetLink(target.id),
    outcome.ok ? { tone: 'ok', text: t.done.again } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** Takes back what was linked together. */
export async function undoBatchAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await unlinkBatch(ctx, req.params.id ?? '');
  return seeOther(
    objectivesLink(),
    outcome.ok
      ? { tone: 'ok', text: t.done.takenBack(formatNumber(ctx.lang, outcome.value.count)) }
      : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

async function show(
  ctx: Ctx,
  target: TargetRecord,
  words: string,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  const t = texts(ctx.lang);
  must(policy.linkSome(ctx.actor));
  const { tasks, proposed } = await offered(ctx, target);
  const searched = fold(words.trim());
  const found =
    searched === '' ? tasks : tasks.filter((task) => fold(`${task.code} ${task.title}`).includes(searched));
  const shown = found.slice(0, mostShown);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.targetPage.title,
    current: objectivesLink(),
    crumbs: [
      { label: t.objective, href: objectivesLink({ 'ke-hoach': target.plan.id }) },
      { label: t.column.target, href: targetLink(target.id) },
      { label: t.targetPage.title },
    ],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.targetPage.title} lead={target.text} />
        <Stack>
          {!target.isInForce && <Notice tone="neutral" title={t.refusal.replaced} />}
          <p class="form-lead">{t.targetPage.lead}</p>
          <form method="get" action={tasksOfTargetLink(target.id)} class="form">
            <TextField
              name="tim"
              label={t.targetPage.search}
              hint={t.targetPage.searchHint}
              value={words}
              maxLength={200}
            />
            <p class="form-actions">
              <Button>{t.targetPage.find}</Button>
            </p>
          </form>
          <Panel
            id="found"
            title={searched === '' ? t.targetPage.tasks : t.targetPage.found}
            count={formatNumber(ctx.lang, found.length)}
          >
            {shown.length === 0 ? (
              t.targetPage.nothing
            ) : (
              <form method="post" action={tasksOfTargetLink(target.id)} class="form">
                <input type="hidden" name="tim" value={words} />
                <CheckboxGroup
                  name="task"
                  label={t.column.task}
                  error={problems[0]?.text}
                  hint={
                    found.length > shown.length
                      ? t.targetPage.cut(formatNumber(ctx.lang, mostShown))
                      : undefined
                  }
                  options={shown.map((task) => ({
                    value: task.id,
                    label: `${task.code} ${task.title}`,
                    hint: proposed.has(task.id) ? t.targetPage.proposed : undefined,
                  }))}
                />
                <p class="form-actions">
                  <Button kind="primary">{t.targetPage.link}</Button>
                  <LinkButton kind="quiet" href={targetLink(target.id)}>
                    {t.targetPage.back}
                  </LinkButton>
                </p>
              </form>
            )}
          </Panel>
        </Stack>
      </>
    ),
  });
}

/** The tasks of the plan that this person may link and that are not for the target yet, the proposed ones first. */
async function offered(
  ctx: Ctx,
  target: TargetRecord,
): Promise<{ tasks: LinkableTask[]; proposed: ReadonlySet<string> }> {
  const links = await listLinksOfPlan(ctx, target.plan.id);
  const own = new Set(links.filter((one) => one.targetId === target.id).map((one) => one.taskId));
  const free = (await listLinkableOfPlan(ctx, target.plan.id)).filter(
    (task) => !own.has(task.id) && policy.may(ctx.actor, 'link', task).allowed,
  );
  const alike = proposeLinks(
    [{ id: target.id, sectionId: 'one', text: target.text }],
    free.map((task) => ({ id: task.id, sectionId: 'one', text: task.words })),
    () => false,
  );
  const order = new Map(alike.map((one, place) => [one.taskId, place]));
  const placeOf = (task: LinkableTask) => order.get(task.id) ?? order.size;
  return {
    tasks: free.toSorted((one, other) => placeOf(one) - placeOf(other)),
    proposed: new Set(order.keys()),
  };
}
