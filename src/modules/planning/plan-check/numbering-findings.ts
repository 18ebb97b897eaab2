import { bareWords } from '../reading/letters.ts';
import { type Finding, finding, type FindingPlace, type Mend } from './finding.ts';
import { type NumberingFault, numberingFaults } from './numbering.ts';
import { type Label, lastOf, readLabel, writeLabel } from './ordinal.ts';
import { type NamedTask, namedTasks, type PlanContent } from './plan-content.ts';

interface Numbered {
  readonly label: Label;
  readonly printed: string;
  readonly at: FindingPlace;
}

/** One number of the annex; a merged cell may give it to several rows. */
interface NumberedTask extends Numbered {
  readonly rows: NamedTask[];
}

/** Numbers left out and numbers given twice, among the sections and among the tasks of each section. */
export function numberingFindings(content: PlanContent): Finding[] {
  return [...sectionNumbers(content), ...taskNumbers(content)];
}

/** A finding for each fault of a sequence. */
export function faultFindings(
  items: readonly Numbered[],
  faults: readonly NumberingFault[],
  mends: readonly Mend[] = [],
): Finding[] {
  return faults.flatMap((fault) => {
    const item = items[fault.at];
    if (item === undefined) return [];
    if (fault.kind === 'twice') {
      return [finding('number-twice', { number: item.printed }, { ...item.at, mends })];
    }
    const after = fault.before === null ? '' : writeLabel(fault.before, lastOf(fault.before));
    const detail = { after, found: item.printed, missing: fault.missing };
    return [finding('number-gap', detail, { ...item.at, mends })];
  });
}

function sectionNumbers({ sections }: PlanContent): Finding[] {
  const items = sections.flatMap(({ key, data }): Numbered[] => {
    const label = readLabel(data.code);
    const at = { keys: [key], field: 'code', place: data.code, subject: data.title, lines: data.line };
    return label === undefined ? [] : [{ label, printed: data.code, at }];
  });
  // Sections need not begin with the first part of the text: purpose and requirements hold no task.
  return faultFindings(
    items,
    numberingFaults(
      items.map((item) => item.label),
      false,
    ),
  );
}

function taskNumbers(content: PlanContent): Finding[] {
  const groups = bySection(namedTasks(content)).map(({ section, tasks }) => withoutSection(section, tasks));
  const sequences = runsThrough(groups) ? [groups.flat()] : groups;
  return sequences.flatMap((items) =>
    faultFindings(
      items,
      numberingFaults(
        items.map((item) => item.label),
        true,
      ),
      renumbering(items),
    ),
  );
}

function bySection(tasks: readonly NamedTask[]): { section: string; tasks: NamedTask[] }[] {
  const groups = new Map<string, NamedTask[]>();
  for (const task of tasks) {
    const section = task.data.section ?? '';
    const group = groups.get(section);
    if (group === undefined) groups.set(section, [task]);
    else group.push(task);
  }
  return [...groups].map(([section, group]) => ({ section, tasks: group }));
}

/** The numbers of a section; where each repeats that of the section, it counts without it. */
function withoutSection(section: string, tasks: readonly NamedTask[]): NumberedTask[] {
  const items: NumberedTask[] = [];
  for (const task of tasks) {
    const label = readLabel(task.data.seq ?? '');
    if (label === undefined) continue;
    const printed = task.data.seq ?? '';
    const merged = items.find(
      (item) => item.printed === printed && item.rows.some((row) => inOneCell(row, task)),
    );
    if (merged === undefined) items.push({ label, printed, at: { ...task.at, field: 'seq' }, rows: [task] });
    else merged.rows.push(task);
  }
  const own = readLabel(section);
  const repeats =
    own !== undefined && items.every(({ label }) => label.path.length > 1 && label.path[0] === lastOf(own));
  if (!repeats) return items;
  return items.map((item) => ({ ...item, label: { ...item.label, path: item.label.path.slice(1) } }));
}

/** True for rows under one merged objective or task; the same row printed twice is not one of them. */
function inOneCell({ data: one }: NamedTask, { data: other }: NamedTask): boolean {
  const isShared = (field: 'objective' | 'task' | 'activity' | 'product') =>
    bareWords(one[field] ?? '') === bareWords(other[field] ?? '');
  const isUnder = (field: 'objective' | 'task') => Boolean(one[field]) && isShared(field);
  const isCopy = isShared('task') && isShared('activity') && isShared('product');
  return (isUnder('objective') || isUnder('task')) && !isCopy;
}

/** True when numbers run through all sections: one of them begins right after the last of the one before. */
function runsThrough(groups: readonly (readonly NumberedTask[])[]): boolean {
  return groups.some((group, index) => {
    const [first, last] = [group[0], groups[index - 1]?.at(-1)];
    if (first === undefined || last === undefined) return false;
    const [one, other] = [first.label.path[0] ?? 0, last.label.path[0] ?? 0];
    return one > 1 && one === other + 1;
  });
}

/** Numbers a flat sequence anew from 1; nested numbers are left to people. */
function renumbering(items: readonly NumberedTask[]): Mend[] {
  const [first] = items;
  const isFlat = items.every(
    ({ label }) =>
      label.path.length === 1 && label.script === first?.label.script && label.prefix === first.label.prefix,
  );
  if (first === undefined || !isFlat) return [];
  const changes = items.flatMap(({ rows, label }, index) => {
    const value = writeLabel(label, index + 1);
    return lastOf(label) === index + 1 ? [] : rows.map(({ key }) => ({ key, field: 'seq', value }));
  });
  const shown = `${writeLabel(first.label, 1)}–${writeLabel(first.label, items.length)}`;
  return changes.length > 0 ? [{ deed: 'renumber', shown, changes }] : [];
}
