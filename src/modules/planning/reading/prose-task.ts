import type { Commune } from './commune-units.ts';
import { readAxis } from './axis.ts';
import { readDue } from './deadline.ts';
import type { PlanYears } from './due-parts.ts';
import { bare } from './letters.ts';
import type { Passage } from './passage.ts';
import type { Section } from './plan-reading.ts';
import { leadOf } from './section-titles.ts';
import { doersOf, type SentenceDoers } from './sentence-doers.ts';
import type { TaskRead } from './task-row.ts';
import { timedDuty } from './timed-duty.ts';
import { timePhraseIn } from './time-phrase.ts';

const DUTY_PART = /noi dung|nhiem vu|giai phap|hoat dong/;
const NO_DUTY_PART = /muc dich|yeu cau|kinh phi|to chuc thuc hien|khen thuong|che do bao cao/;
const ASSIGNING_PART = /to chuc thuc hien|phan cong|trach nhiem/;
const TARGET_START =
  /^(?:(?:phan dau|dat|co|duy tri|moi (?:nam|quy|thang)[^,]{0,60}?)\s+)?(?:\d|tren|duoi|ty le|chi so|muc do|it nhat|toi thieu|toi da|khong qua|100|phan dau [^,]{0,40}(?:toi thieu|it nhat|\d)|moi [^,]{0,60}(?:it nhat|toi thieu|\d))/;
/** A figure that opens a sentence is a time where somebody leads behind it: "6 tháng đầu năm, Phòng A chủ trì …". */
const LED = /^[^.;:]{4,240}\schu tri[,\s]/;
const TARGET_LIST = /^(?:cac )?chi tieu\b.*:$|^muc tieu\b.*:$/;
const INTRODUCTION =
  /^(?:phong trao|noi dung|cu the|trong do|bao gom|gom|cac noi dung|cac nhiem vu)\b.*(?:tap trung|nham|huong|:$)/;
const SHORTEST_DUTY = 20;
/** So many duties under headings make a paragraph outside them a general aim. */
const ENOUGH_UNDER_HEADINGS = 3;

export interface ProseTasks {
  sections: Section[];
  tasks: TaskRead[];
}

interface Duty {
  text: string;
  passage: Passage;
  /** The heading it stands under, inside its part. */
  heading: Section | undefined;
}

/**
 * Reads the duties of a plan without a list: each paragraph of a part on content or tasks is one, section by section;
 * in a plan without such a part, what its last part charges each unit with.
 *
 * Introductions and paragraphs that only promise a figure are no duties. The doer is a unit that opens the sentence
 * or titles the section; a deadline is a rhythm or day named in it.
 */
export function readProseTasks(passages: readonly Passage[], years: PlanYears, commune: Commune): ProseTasks {
  const general = dutiesIn(
    passages,
    (title) => DUTY_PART.test(title) && !NO_DUTY_PART.test(title),
    () => true,
  );
  const duties =
    general.length > 0
      ? general
      : dutiesIn(
          passages,
          (title) => ASSIGNING_PART.test(title),
          (title) => leadOf(title, commune).length > 0,
        ).filter(({ heading }) => heading !== undefined);
  const headed = duties.filter(({ heading }) => heading !== undefined);
  const kept = headed.length >= ENOUGH_UNDER_HEADINGS ? headed : duties;
  return {
    sections: [...new Set(kept.flatMap(({ heading }) => heading ?? []))],
    tasks: kept.map((duty) => toTask(duty, years, commune)),
  };
}

/** The duties in the parts whose title is one of duties, under the headings that open a section. */
function dutiesIn(
  passages: readonly Passage[],
  isDutyPart: (title: string) => boolean,
  opensSection: (title: string) => boolean,
): Duty[] {
  const duties: Duty[] = [];
  let inDuties = false;
  let inTargets = false;
  let heading: Section | undefined;
  for (const passage of passages) {
    const plain = bare(passage.text);
    if (passage.label?.kind === 'roman' || passage.label?.kind === 'letter-upper') {
      inDuties = isDutyPart(plain);
      heading = undefined;
      continue;
    }
    if (!inDuties || passage.footnote) continue;
    const text = passage.label?.rest ?? passage.text;
    if (passage.heading) {
      inTargets = /^\S*\s*(?:muc tieu|chi tieu)/.test(plain);
      if (/\.\d+\.\d+$/.test(passage.where) || inTargets) continue;
      heading = opensSection(text)
        ? { code: passage.where, title: text, axis: readAxis(text), line: [...passage.line] }
        : undefined;
      continue;
    }
    if (TARGET_LIST.test(plain)) inTargets = true;
    const isDuty =
      (!TARGET_START.test(bare(text)) || LED.test(bare(text))) &&
      !INTRODUCTION.test(plain) &&
      text.length >= SHORTEST_DUTY;
    if (!inTargets && isDuty) duties.push({ text: text.trim(), passage, heading });
  }
  return duties;
}

function toTask({ text, passage, heading }: Duty, years: PlanYears, commune: Commune): TaskRead {
  const timed = timedDuty(text, years, commune);
  const phrase = timed?.time ?? timePhraseIn(text);
  const due = phrase === null ? null : readDue(phrase, years);
  const isListed = passage.label?.kind === 'dash' || passage.label?.kind === 'plus';
  const task = {
    seq: isListed ? null : (passage.label?.code ?? null),
    section: heading?.code ?? passage.where,
    objective: null,
    task: timed?.duty ?? text,
    activity: null,
    product: null,
    chair_leader: null,
    ...doersUnder(heading, timed ?? doersOf(text, commune), commune),
    due_text: phrase,
    due: due?.due ?? null,
    note: null,
    line: [...passage.line],
    doubts: [],
  };
  return { task, unknownUnits: [], wholeDue: true };
}

/** Under the name of a unit that unit leads, and whoever the sentence names helps. */
function doersUnder(
  heading: Section | undefined,
  { lead, coordinators }: SentenceDoers,
  commune: Commune,
): SentenceDoers {
  const titled = heading ? leadOf(heading.title, commune) : [];
  if (titled.length === 0) return { lead, coordinators };
  const others = [...new Set([...lead, ...coordinators])].filter((unit) => !titled.includes(unit));
  return { lead: titled, coordinators: others };
}
