import { bare, bareWords } from './letters.ts';
import type { Passage } from './passage.ts';
import type { Conflict, ReadTarget, ReadTask, RegimeItem, ReportPeriod } from './plan-reading.ts';

/** What of a plan can contradict each other. */
export interface Promises {
  targets: readonly ReadTarget[];
  tasks: readonly ReadTask[];
  regime: readonly RegimeItem[];
  body: readonly Passage[];
}

/**
 * Where a plan contradicts itself: one measure promised with two values, a report handed in on two days, a number of
 * tasks that its list does not have. Targets that contradict each other get a doubt.
 */
export function findConflicts({ targets, tasks, regime, body }: Promises): Conflict[] {
  return [...targetConflicts(targets), ...reportConflicts(regime, tasks), ...countConflicts(body, tasks)];
}

function targetConflicts(targets: readonly ReadTarget[]): Conflict[] {
  const conflicts: Conflict[] = [];
  const byMeasure = new Map<string, ReadTarget[]>();
  for (const target of targets) {
    const measure = measureOf(target);
    if (measure !== '') byMeasure.set(measure, [...(byMeasure.get(measure) ?? []), target]);
  }
  for (const promises of byMeasure.values()) {
    for (const [index, one] of promises.entries()) {
      const other = promises.slice(index + 1).find((later) => contradict(one, later));
      if (!other) continue;
      conflicts.push({ text: `${one.text} / ${other.text}`, line: [...one.line, ...other.line] });
      one.doubts.push({ code: 'conflict', detail: other.text });
      other.doubts.push({ code: 'conflict', detail: one.text });
    }
  }
  return conflicts;
}

const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\btthc\b/g, 'thu tuc hanh chinh'],
  [/\bdvctt\b/g, 'dich vu cong truc tuyen'],
  [/\bdvc\b/g, 'dich vu cong'],
  [/\bcbcc\b/g, 'can bo cong chuc'],
  [/\bdoi voi (?:su )?phuc vu\b.*$/g, ''],
  [/\b(?:den|trong|vao) (?:het )?nam (?:20\d\d )?/g, ''],
];
/** Words that do not change what is measured. */
const WEAK =
  /^(?:ty|ti|le|chi|so|muc|do|dat|la|duoc|cac|cua|va|phan|dau|duy|tri|dam|bao|nang|len|tang|trong|do|do|toi|thieu|it|nhat|tren|co|cho|tai|theo|xa|phuong|dia|ban|nam|thuc|hien|tro|hon|qua|vuot|tu|\d+)$/;
const FEWEST_WORDS = 2;

/** What is measured, as the words that matter in one order; empty when too few are left to tell measures apart. */
function measureOf(target: ReadTarget): string {
  let words = bareWords(target.metric);
  for (const [form, full] of SAME_WORDS) words = words.replace(form, full);
  const telling = [...new Set(words.split(' ').filter((word) => word !== '' && !WEAK.test(word)))];
  return telling.length < FEWEST_WORDS ? '' : `${telling.toSorted().join(' ')}|${target.unit}`;
}

function contradict(one: ReadTarget, other: ReadTarget): boolean {
  if (one.line.join() === other.line.join()) return false;
  if (one.year !== null && other.year !== null && one.year !== other.year) return false;
  const [first, second] = [directionOf(one), directionOf(other)];
  if (first * second < 0) {
    const [lower, upper] = first > 0 ? [one, other] : [other, one];
    return lower.value > upper.value;
  }
  return one.value !== other.value || (first === second && one.operator !== other.operator);
}

function directionOf({ operator }: ReadTarget): -1 | 0 | 1 {
  if (operator === '=') return 0;
  return operator.startsWith('>') ? 1 : -1;
}

const REPORTS: readonly (readonly [ReportPeriod, RegExp])[] = [
  ['month', /bao cao [^.;]{0,40}\bthang(?! \d)/],
  ['quarter', /bao cao [^.;]{0,40}\bquy\b(?! dinh| che| [iv\d])/],
  ['year', /bao cao [^.;]{0,40}\bnam\b(?! 20)/],
];

/** The same regular report with two days: in the sentence that asks for it and in the list of tasks. */
function reportConflicts(regime: readonly RegimeItem[], tasks: readonly ReadTask[]): Conflict[] {
  return regime.flatMap(({ period, submit_rule: rule, text, line }) => {
    const words = REPORTS.find(([name]) => name === period)?.[1];
    if (!rule?.dayOfMonth || !words) return [];
    return tasks.flatMap((task) => {
      const given = task.due?.recurrence;
      const plain = bare([task.task, task.activity, task.product].filter((part) => part !== null).join('. '));
      const isSame = given?.every === rule.every && given.month === rule.month && words.test(plain);
      if (!isSame || given.dayOfMonth === undefined || given.dayOfMonth === rule.dayOfMonth) return [];
      return [{ text: `${text} / ${task.due_text}`, line: [...line, ...task.line] }];
    });
  });
}

const LISTED =
  /\b(\d{1,3}) nhiem vu (?:cu the )?(?:duoc )?(?:neu |ghi |giao )?(?:tai|trong|o) (?:cac )?phu luc/;

/** "18 nhiệm vụ tại Phụ lục" over a list of sixteen. */
function countConflicts(body: readonly Passage[], tasks: readonly ReadTask[]): Conflict[] {
  if (tasks.length === 0) return [];
  return body.flatMap((passage) => {
    const count = LISTED.exec(bare(passage.text))?.[1];
    if (count === undefined || Number(count) === tasks.length) return [];
    return [{ text: `${passage.text} / ${tasks.length}`, line: [...passage.line] }];
  });
}
