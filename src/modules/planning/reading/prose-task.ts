import { readAxis } from './axis.ts';
import { readDue } from './deadline.ts';
import type { PlanYears } from './due-parts.ts';
import { bare } from './letters.ts';
import type { Passage } from './passage.ts';
import type { ReadTask, Section } from './plan-reading.ts';
import { splitResponsible } from './responsible-cell.ts';
import type { TaskRead } from './task-row.ts';
import { readUnits } from './unit-name.ts';

const DUTY_PART = /noi dung|nhiem vu|giai phap|hoat dong/;
const NO_DUTY_PART = /muc dich|yeu cau|kinh phi|to chuc thuc hien|khen thuong|che do bao cao|phan cong/;
const TARGET_START =
  /^(?:(?:phan dau|dat|co|duy tri|moi (?:nam|quy|thang)[^,]{0,60}?)\s+)?(?:\d|tren|duoi|ty le|chi so|muc do|it nhat|toi thieu|toi da|khong qua|100|phan dau [^,]{0,40}(?:toi thieu|it nhat|\d)|moi [^,]{0,60}(?:it nhat|toi thieu|\d))/;
const TARGET_LIST = /^(?:cac )?chi tieu\b.*:$|^muc tieu\b.*:$/;
const INTRODUCTION =
  /^(?:phong trao|noi dung|cu the|trong do|bao gom|gom|cac noi dung|cac nhiem vu)\b.*(?:tap trung|nham|huong|:$)/;
const RHYTHM_INSIDE =
  /(?:it nhat |toi thieu )?\d{1,3} lan (?:trong (?:mot )?|\/|mot |moi )(?:tuan|thang|quy|nam)|dinh ky (?:hang )?(?:tuan|thang|quy|nam|6 thang)|(?:hang|moi) (?:tuan|thang|quy|nam)(?! truoc)|(?:truoc|cham nhat)(?: ngay)? \d{1,2}\/\d{1,2}(?:\/20\d\d)?|(?:trong |hoan thanh )*quy (?:i{1,3}|iv)(?:\/20\d\d)?(?![a-z])/;

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
  const found = RHYTHM_INSIDE.exec(bare(duty));
  const phrase = found ? duty.slice(found.index, found.index + found[0].length) : null;
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

const VERB =
  /\s(?:chu tri|phoi hop|to chuc|tiep tuc|thuc hien|tham muu|xay dung|chiu trach nhiem|can|co trach nhiem|trien khai|ra soat|huong dan|theo doi|don doc|bao dam|dam bao|nang cao|tang cuong|day manh|chu dong)\s/;
const IN_BRACKETS = /\(([^()]{0,160}\bchu tri\b[^()]{0,160})\)/;

/** Who does it: "(Phòng A chủ trì, Phòng B phối hợp)", or the units before the verb. */
function doersOf(duty: string, level: string): { lead: string[]; coordinators: string[] } {
  const plain = bare(duty);
  const note = IN_BRACKETS.exec(plain);
  if (note?.[1] !== undefined) {
    const inside = duty.slice(note.index + 1, note.index + 1 + note[1].length);
    const split = splitResponsible(inside, true);
    return {
      lead: readUnits(split.lead, level).units,
      coordinators: readUnits(split.coordinators, level).units,
    };
  }
  const verb = VERB.exec(plain);
  if (!verb || verb.index > 200) return { lead: [], coordinators: [] };
  const subject = readUnits(duty.slice(0, verb.index), level);
  return { lead: subject.unknown.length === 0 ? subject.units : [], coordinators: [] };
}
