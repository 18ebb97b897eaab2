import { readAxis } from './axis.ts';
import { readDue } from './deadline.ts';
import type { PlanYears } from './due-parts.ts';
import { bare } from './letters.ts';
import type { Passage } from './passage.ts';
import type { ReadTask, Section } from './plan-reading.ts';
import { doersOf } from './sentence-doers.ts';
import type { TaskRead } from './task-row.ts';
import { timePhraseIn } from './time-phrase.ts';

const DUTY_PART = /noi dung|nhiem vu|giai phap|hoat dong/;
const NO_DUTY_PART = /muc dich|yeu cau|kinh phi|to chuc thuc hien|khen thuong|che do bao cao|phan cong/;
const TARGET_START =
  /^(?:(?:phan dau|dat|co|duy tri|moi (?:nam|quy|thang)[^,]{0,60}?)\s+)?(?:\d|tren|duoi|ty le|chi so|muc do|it nhat|toi thieu|toi da|khong qua|100|phan dau [^,]{0,40}(?:toi thieu|it nhat|\d)|moi [^,]{0,60}(?:it nhat|toi thieu|\d))/;
const TARGET_LIST = /^(?:cac )?chi tieu\b.*:$|^muc tieu\b.*:$/;
const INTRODUCTION =
  /^(?:phong trao|noi dung|cu the|trong do|bao gom|gom|cac noi dung|cac nhiem vu)\b.*(?:tap trung|nham|huong|:$)/;
export interface ProseTasks {
  sections: Section[];
  tasks: TaskRead[];
}

/**
 * Reads the duties of a plan without a list: each paragraph of a part on content or tasks is one, section by section.
 *
 * Introductions and paragraphs that only promise a figure are no duties. The doer is a unit that opens the sentence;
 * a deadline is a rhythm or day named in it.
 */
export function readProseTasks(passages: readonly Passage[], years: PlanYears, level: string): ProseTasks {
  const read: ProseTasks = { sections: [], tasks: [] };
  let inDuties = false;
  let inTargets = false;
  for (const passage of passages) {
    const plain = bare(passage.text);
    if (passage.label?.kind === 'roman' || passage.label?.kind === 'letter-upper') {
      inDuties = DUTY_PART.test(plain) && !NO_DUTY_PART.test(plain);
      continue;
    }
    if (!inDuties) continue;
    if (passage.heading) {
      inTargets = /^\S*\s*(?:muc tieu|chi tieu)/.test(plain);
      if (/\.\d+\.\d+$/.test(passage.where) || inTargets) continue;
      const title = passage.label?.rest ?? passage.text;
      read.sections.push({ code: passage.where, title, axis: readAxis(title), line: [...passage.line] });
      continue;
    }
    if (TARGET_LIST.test(plain)) inTargets = true;
    const text = passage.label?.rest ?? passage.text;
    if (inTargets || TARGET_START.test(bare(text)) || INTRODUCTION.test(plain) || text.length < 20) continue;
    read.tasks.push(toTask(text, passage, read.sections.at(-1)?.code ?? passage.where, years, level));
  }
  return read;
}

function toTask(text: string, passage: Passage, section: string, years: PlanYears, level: string): TaskRead {
  const duty = text.trim();
  const phrase = timePhraseIn(duty);
  const due = phrase === null ? null : readDue(phrase, years);
  const { lead, coordinators } = doersOf(duty, level);
  const task: ReadTask = {
    seq:
      passage.label?.kind === 'dash' || passage.label?.kind === 'plus' ? null : (passage.label?.code ?? null),
    section,
    objective: null,
    task: duty,
    activity: null,
    product: null,
    chair_leader: null,
    lead,
    coordinators,
    due_text: phrase,
    due: due?.due ?? null,
    note: null,
    line: [...passage.line],
    doubts: [],
  };
  return { task, unknownUnits: [], wholeDue: true };
}
