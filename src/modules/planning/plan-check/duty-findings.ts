import { taskTitle } from '../plan-draft/plan-draft.ts';
import { type Finding, finding } from './finding.ts';
import { containedPairs } from './contained-pairs.ts';
import { measureWords } from './same-measure.ts';
import { type NamedTask, namedTasks, type PlanContent } from './plan-content.ts';

/** Two duties less alike than this are two. */
const leastAlike = 0.88;
/** Shorter ones, such as "Báo cáo định kỳ", are said of many things. */
const fewestWords = 5;

/** One duty in one wording, once for each lead that it is given to. */
interface Duty {
  readonly words: readonly string[];
  readonly numbers: string;
  readonly tasks: Map<string, NamedTask>;
}

/**
 * The same duty given to two leads in two places of the plan.
 *
 * Numbers tell duties apart ("báo cáo quý I", "báo cáo quý II"), and so do words that stand only on either side.
 */
export function dutyFindings(content: PlanContent): Finding[] {
  const duties = dutiesOf(content);
  const pairs = containedPairs(
    duties.map((duty) => duty.words),
    leastAlike,
  );
  return [
    ...duties.flatMap((duty) => amongLeads([...duty.tasks.values()])),
    ...pairs.flatMap(([first, second]) => {
      const [one, other] = [duties[first], duties[second]];
      if (one === undefined || one.numbers !== other?.numbers) return [];
      const [here] = one.tasks.values();
      const there = [...other.tasks.values()].find((task) => here && !shareLead(here, task));
      return here && there ? [twoLeads(here, there)] : [];
    }),
  ];
}

function dutiesOf(content: PlanContent): Duty[] {
  const duties = new Map<string, Duty>();
  for (const task of namedTasks(content)) {
    const words = dutyWords(task);
    if (task.data.lead.length === 0 || words.length < fewestWords) continue;
    const key = words.join(' ');
    const numbers = words.filter((word) => /^(?:\d+%?|[ivx]+)$/.test(word)).join(' ');
    const duty = duties.get(key) ?? { words, numbers, tasks: new Map<string, NamedTask>() };
    duties.set(key, duty);
    const leads = task.data.lead.join('; ');
    if (!duty.tasks.has(leads)) duty.tasks.set(leads, task);
  }
  return [...duties.values()];
}

/** Each further lead is told against the first, and not against each of the others. */
function amongLeads([first, ...others]: readonly NamedTask[]): Finding[] {
  return others.flatMap((other) => (first && !shareLead(first, other) ? [twoLeads(first, other)] : []));
}

/** What the row itself asks for: an activity says more than the task over it, which several rows may share. */
function dutyWords({ data }: NamedTask): string[] {
  return measureWords(data.activity || taskTitle(data));
}

function shareLead(one: NamedTask, other: NamedTask): boolean {
  return one.data.lead.some((unit) => other.data.lead.includes(unit));
}

function twoLeads(one: NamedTask, other: NamedTask): Finding {
  const detail = {
    tasks: [one.code, other.code],
    leads: [one.data.lead.join(', '), other.data.lead.join(', ')],
  };
  return finding('duty-two-leads', detail, {
    ...one.at,
    keys: [one.key, other.key],
    field: 'lead',
    lines: [...one.data.line, ...other.data.line],
    mends: [one, other].map((kept) => ({
      deed: 'set-lead-of-both',
      shown: kept.data.lead.join(', '),
      changes: [one, other]
        .filter((task) => task !== kept)
        .map(({ key }) => ({ key, field: 'lead', value: kept.data.lead })),
    })),
  });
}
