import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { type PageReply, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { dependenciesLink, taskLink } from '../../links.ts';
import { taskList } from '../../task/input.ts';
import { listTasks, type TaskRow } from '../../task/list-tasks.server.ts';
import { deedPage } from '../../task/parts/deed-page.tsx';
import { getTask, type TaskRecord } from '../../task/queries.server.ts';
import { addDependency, removeDependency } from '../commands.server.ts';
import { dependencyForm } from '../input.ts';
import { DependencyTable } from '../parts/dependency-panel.tsx';
import * as policy from '../policy.ts';
import { listDependencies } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** What must be finished before a task, with a search for more. */
export async function dependencyPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const task = await getTask(ctx, req.params.id ?? '');
  return show(ctx, task, req.query.get('tim') ?? '');
}

/** Lets the task wait for the one that was chosen, and stays on the page. */
export async function addDependencyAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  const given = dependencyForm.safeParse({ predecessor: req.form.text('predecessor') });
  const words = req.form.text('tim');
  if (!given.success) return show(ctx, task, words, [{ fieldId: 'tim', text: t.fault }]);
  const outcome = await addDependency(ctx, task.id, given.data.predecessor);
  if (outcome.ok) return seeOther(dependenciesLink(task.id), { tone: 'ok', text: t.added });
  if (outcome.code === 'wrong-state') {
    return seeOther(taskLink(task.id), { tone: 'late', text: t.refusal['wrong-state'] });
  }
  const text = outcome.code === 'circle' ? t.circle(String(outcome.detail.circle)) : t.refusal[outcome.code];
  return show(ctx, task, words, [{ fieldId: 'tim', text }]);
}

/** Lets the task not wait any more for the one that was chosen, and stays on the page. */
export async function removeDependencyAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  must(policy.remove(ctx.actor, task));
  await removeDependency(ctx, task.id, req.form.text('predecessor'));
  return seeOther(taskLink(task.id), { tone: 'ok', text: t.removed });
}

async function show(
  ctx: Ctx,
  task: TaskRecord,
  words: string,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  const t = texts(ctx.lang);
  must(policy.add(ctx.actor, task));
  const calendar = await loadOfficeCalendar(ctx);
  const { predecessors: present } = await listDependencies(ctx, task.id);
  const found =
    words.trim() === ''
      ? []
      : (await listTasks(ctx, calendar, taskList({ tim: words, loai: 'moi-viec' }))).rows
          .filter((row) => row.id !== task.id && !present.some((one) => one.id === row.id))
          .slice(0, mostFound);
  const tap = (deed: 'bo' | undefined, label: string, said: (code: string) => string) => {
    return (row: TaskRow) => (
      <form method="post" action={dependenciesLink(task.id, deed)}>
        <input type="hidden" name="predecessor" value={row.id} />
        <input type="hidden" name="tim" value={words} />
        <Button label={said(row.code)}>{label}</Button>
      </form>
    );
  };
  const table = { ctx, calendar };
  return deedPage(ctx, task, {
    title: t.page,
    problems,
    children: (
      <Stack>
        <p class="form-lead">{t.lead}</p>
        <Panel id="present" title={t.before} count={present.length} isFlush={present.length > 0}>
          {present.length === 0 ? (
            t.none
          ) : (
            <DependencyTable
              {...table}
              caption={t.beforeCaption}
              rows={present}
              deed={tap('bo', t.remove, t.removeThis)}
            />
          )}
        </Panel>
        <form method="get" action={dependenciesLink(task.id)} class="form">
          <TextField
            name="tim"
            label={t.search}
            hint={t.searchHint}
            value={words}
            maxLength={200}
            error={problems[0]?.text}
          />
          <p class="form-actions">
            <Button kind="primary">{t.find}</Button>
            <LinkButton kind="quiet" href={taskLink(task.id)}>
              {t.back}
            </LinkButton>
          </p>
        </form>
        {words.trim() !== '' && (
          <Panel id="found" title={t.found} count={found.length} isFlush={found.length > 0}>
            {found.length === 0 ? (
              t.nothing
            ) : (
              <DependencyTable
                {...table}
                caption={t.found}
                rows={found}
                deed={tap(undefined, t.choose, t.chooseThis)}
              />
            )}
          </Panel>
        )}
      </Stack>
    ),
  });
}
const mostFound = 20;
