import { isCollective } from '../plan-draft/plan-draft.ts';
import { type Finding, finding, type Mend } from './finding.ts';
import { type NamedTask, namedTasks, type PlanContent } from './plan-content.ts';

/** From so many tasks on, a plan in which none names a product has no such column, which is said once. */
const fewestForAll = 3;

/**
 * What a task lacks to be carried out: who leads, what comes of it, by when; and what its units contradict.
 *
 * An emulation movement gives duties to everybody and sets no days, so only contradictions are looked for there.
 */
export function taskFindings(content: PlanContent): Finding[] {
  const isMovement = content.head.kind === 'emulation-movement';
  const tasks = namedTasks(content);
  const namesProducts = tasks.length < fewestForAll || tasks.some(({ data }) => data.product?.trim());
  return [
    ...(isMovement || namesProducts
      ? []
      : [finding('products-missing', { count: tasks.length }, { field: 'product' })]),
    ...tasks.flatMap((task) => [
      ...(isMovement ? [] : missingParts(task, namesProducts)),
      ...severalLeads(task),
      ...leadsThatCoordinate(task),
      ...unreadDue(task),
    ]),
  ];
}

function missingParts({ code: task, data, at }: NamedTask, namesProducts: boolean): Finding[] {
  const found: Finding[] = [];
  if (data.lead.length === 0) found.push(finding('lead-missing', { task }, { ...at, field: 'lead' }));
  if (namesProducts && !data.product?.trim()) {
    found.push(finding('product-missing', { task }, { ...at, field: 'product' }));
  }
  if (data.due === null && !data.due_text?.trim()) {
    found.push(finding('due-missing', { task }, { ...at, field: 'due_text' }));
  }
  return found;
}

function unreadDue({ code: task, data, at }: NamedTask): Finding[] {
  const phrase = data.due_text?.trim();
  if (data.due !== null || !phrase) return [];
  return [finding('due-not-understood', { task, phrase }, { ...at, field: 'due_text' })];
}

/** Each lead is offered as the only one; a name that stands for many has no head who could answer. */
function severalLeads({ key, code: task, data, at }: NamedTask): Finding[] {
  if (data.lead.length < 2) return [];
  const mends = data.lead
    .filter((unit) => !isCollective(unit))
    .map((sole): Mend => {
      const others = new Set([...data.coordinators, ...data.lead]);
      others.delete(sole);
      return {
        deed: 'set-sole-lead',
        shown: sole,
        changes: [
          { key, field: 'lead', value: [sole] },
          { key, field: 'coordinators', value: [...others] },
        ],
      };
    });
  return [finding('lead-several', { task, leads: data.lead }, { ...at, field: 'lead', mends })];
}

function leadsThatCoordinate({ key, code: task, data, at }: NamedTask): Finding[] {
  const leads = new Set(data.lead);
  return [...new Set(data.coordinators.filter((unit) => leads.has(unit)))].map((unit) => {
    const value = data.coordinators.filter((one) => one !== unit);
    const mends: Mend[] = [
      { deed: 'drop-coordinator', shown: unit, changes: [{ key, field: 'coordinators', value }] },
    ];
    return finding('lead-coordinates', { task, unit }, { ...at, field: 'coordinators', mends });
  });
}
