import { bareWords } from '../reading/letters.ts';
import { taskTitle } from '../plan-draft/plan-draft.ts';
import { type Finding, finding } from './finding.ts';
import { likePairs } from './like-pairs.ts';
import { isSameMeasure, measureWords } from './same-measure.ts';
import { type NamedTask, namedTasks, type PlanContent } from './plan-content.ts';

/** Two duties less alike than this are two. */
const leastAlike = 0.88;
/** Shorter ones, such as "Báo cáo định kỳ", are said of many things. */
const fewestWords = 5;

interface Duty {
  readonly words: readonly string[];
  readonly task: NamedTask;
  readonly leads: string;
}

/**
 * The same duty given to two leads in two places of the plan.
 *
 * Numbers tell duties apart ("báo cáo quý I", "báo cáo quý II"), and so do words that stand only on either side.
 */
export function dutyFindings(content: PlanContent): Finding[] {
  const duties = new Map<string, Duty>();
  for (const task of namedTasks(content)) {
    const leads = task.data.lead.map(bareWords).sort().join('; ');
    const words = dutyWords(task);
    if (leads === '' || words.length < fewestWords) continue;
    const key = `${words.join(' ')} | ${leads}`;
    if (!duties.has(key)) duties.set(key, { words, task, leads });
  }
  const all = [...duties.values()];
  const told = new Set<Duty>();
  const pairs = likePairs(
    all.map((duty) => duty.words),
    leastAlike,
  );
  return pairs.flatMap(([first, second]) => {
    const [one, other] = [all[first], all[second]];
    if (one === undefined || other === undefined || !isOneDuty(one, other)) return [];
    if (told.has(one) && told.has(other)) return [];
    told.add(one).add(other);
    return [twoLeads(one.task, other.task)];
  });
}

/** What the row itself asks for: an activity says more than the task over it, which several rows may share. */
function dutyWords({ data }: NamedTask): string[] {
  return measureWords(data.activity || taskTitle(data));
}

function isOneDuty(one: Duty, other: Duty): boolean {
  const shared = one.task.data.lead.some((unit) => other.task.data.lead.includes(unit));
  return !shared && numbersOf(one) === numbersOf(other) && isSameMeasure(one.words, other.words);
}

function numbersOf({ words }: Duty): string {
  return words.filter((word) => /^(?:\d+%?|[ivx]+)$/.test(word)).join(' ');
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
