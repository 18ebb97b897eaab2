import { loadWorkCalendar } from '#modules/calendar/index.server.ts';
import {
  beginFor,
  builtInTemplates,
  createTemplate,
  makeParts,
  planParts,
} from '#modules/planning/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** A task of the demo below which parts can be made. */
interface TemplatedTask {
  readonly id: string;
  /** The part of the sign-in name of who does it. */
  readonly doer: string;
  readonly dueOn: PlainDate | null;
}

/**
 * Copies the first template that comes with the product, and lets it make the parts of a task of these that is to come,
 * back from its deadline. In the focal officer's name.
 */
export async function useTemplates(
  ctx: Ctx,
  person: (part: string) => Actor | undefined,
  tasks: readonly TemplatedTask[],
): Promise<void> {
  const today = ctx.clock.today();
  const task = tasks.find(({ dueOn }) => dueOn !== null && dueOn >= today);
  const calendar = await loadWorkCalendar(ctx.db);
  const [first] = builtInTemplates;
  if (!first) return;
  const { key: _key, source, certainty: _certainty, ...content } = first;
  const doer = task && person(task.doer);
  const template = { ...content, leadUnitId: doer?.unitIds[0] ?? null };
  const kept = await createTemplate(ctx, template, source);
  if (!kept.ok || !doer || !task?.dueOn) return;
  const forAll = {
    begin: beginFor(calendar, template, task.dueOn),
    leadUnitId: template.leadUnitId,
    assigneeId: doer.officerId,
    approverId: ctx.actor.officerId,
  };
  const parts = planParts(calendar, template, forAll, () => true);
  await makeParts(ctx, { templateId: kept.value, version: 1 }, task.id, parts);
}
