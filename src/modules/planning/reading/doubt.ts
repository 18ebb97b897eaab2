import type { Doubt, PlanReading, ReadTask, RegimeItem } from './plan-reading.ts';
import type { TaskRead } from './task-row.ts';
import { isUnitList } from './unit-name.ts';

/** What a person should look at before a task is stored, the gravest first. */
export function taskDoubts({ task, unknownUnits, wholeDue }: TaskRead, hasSections: boolean): Doubt[] {
  const doubts: Doubt[] = [];
  if (task.lead.length === 0) doubts.push({ code: 'lead-missing', where: 'lead' });
  if (task.due_text === null) doubts.push({ code: 'due-missing', where: 'due' });
  else if (task.due === null)
    doubts.push({ code: 'due-not-understood', where: 'due', detail: task.due_text });
  else if (!wholeDue) doubts.push({ code: 'due-partly-understood', where: 'due', detail: task.due_text });
  if (task.product === null) doubts.push({ code: 'product-missing', where: 'product' });
  for (const unit of unknownUnits) doubts.push({ code: 'unit-unknown', where: 'lead', detail: unit });
  if (isUnitInPlaceOfLeader(task)) {
    doubts.push({ code: 'leader-is-unit', where: 'chair_leader', detail: task.chair_leader ?? '' });
  }
  if (hasSections && task.section === null) doubts.push({ code: 'section-missing', where: 'section' });
  return [...doubts, ...task.doubts];
}

function isUnitInPlaceOfLeader(task: ReadTask): boolean {
  const leader = task.chair_leader ?? '';
  return (
    leader !== '' && !/^(?:phó |đồng chí |đ\/c )?(?:chủ tịch|bí thư)/iu.test(leader) && isUnitList(leader)
  );
}

/** What a person should look at before a report is put into the calendar. */
export function regimeDoubts(item: RegimeItem): Doubt[] {
  const doubts: Doubt[] = [];
  if (item.submit_by === null && item.submit_rule === null)
    doubts.push({ code: 'submit-missing', where: 'submit_by' });
  if (item.data_to === null) doubts.push({ code: 'window-missing', where: 'data_to' });
  else if (item.submit_by !== null && item.submit_by <= item.data_to) {
    doubts.push({ code: 'submit-before-cutoff', where: 'submit_by', detail: item.text });
  }
  return doubts;
}

/** Letters that a program recognised in pictures may be wrong in any word: every row is to be looked at. */
export function doubtRecognised(reading: PlanReading): PlanReading {
  const doubted = <Item extends { readonly doubts: readonly Doubt[] }>(items: readonly Item[]): Item[] =>
    items.map((item) => ({ ...item, doubts: [...item.doubts, { code: 'recognised' as const }] }));
  return {
    ...reading,
    tasks: doubted(reading.tasks),
    targets: doubted(reading.targets),
    report_regime: doubted(reading.report_regime),
  };
}
