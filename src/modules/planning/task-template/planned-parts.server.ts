import { addWorkingDays, nextWorkingDay, type WorkCalendar } from '#modules/calendar/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import {
  type ForAll,
  lengthOf,
  type PlannedPart,
  type TemplateContent,
  type TemplateStep,
} from './task-template.ts';

/** The day so many working days after the beginning; a beginning on a day off counts as the next working day. */
export function dayAfter(calendar: WorkCalendar, begin: PlainDate, workingDays: number): PlainDate {
  return workingDays === 0 ? nextWorkingDay(calendar, begin) : addWorkingDays(calendar, begin, workingDays);
}

/** The beginning from which the whole is due by a day. */
export function beginFor(
  calendar: WorkCalendar,
  content: Pick<TemplateContent, 'dueWorkingDays' | 'steps'>,
  dueOn: PlainDate,
): PlainDate {
  return addWorkingDays(calendar, dueOn, -lengthOf(content));
}

/**
 * The parts of a template with their days. A template without parts is one part itself, so that it is of use below a
 * task too. A unit that has ended gives way to the one that is said for all.
 */
export function planParts(
  calendar: WorkCalendar,
  content: TemplateContent,
  forAll: ForAll,
  isStanding: (unitId: string) => boolean,
): PlannedPart[] {
  const { title, product, evidence, leadUnitId, dueWorkingDays } = content;
  const whole: TemplateStep = { title, product, evidence, leadUnitId, dueWorkingDays, after: [] };
  return (content.steps.length > 0 ? content.steps : [whole]).map((step) => ({
    title: step.title,
    product: step.product,
    evidence: step.evidence,
    leadUnitId: step.leadUnitId && isStanding(step.leadUnitId) ? step.leadUnitId : forAll.leadUnitId,
    assigneeId: forAll.assigneeId,
    approverId: forAll.approverId,
    dueOn: step.dueWorkingDays === null ? null : dayAfter(calendar, forAll.begin, step.dueWorkingDays),
    after: step.after,
  }));
}
