import type { Responsibility } from '../reading/plan-reading.ts';
import {
  type Mention,
  type MentionFinder,
  mentionFinder,
  successorOf,
  withSuccessor,
} from './abolished-body.ts';
import { type Change, type Finding, finding, type FindingPlace } from './finding.ts';
import { type CheckFacts, namedTasks, type PlanContent } from './plan-content.ts';

/** A text of the plan, with every row that holds it: a merged cell is one text of several rows. */
interface Passage {
  readonly text: string;
  readonly field: string | null;
  readonly at: FindingPlace;
  readonly keys: string[];
}

const shownBefore = 40;
const shownAfter = 40;

const taskTexts = ['objective', 'task', 'activity', 'product', 'chair_leader', 'note'] as const;

/** Bodies, tiers and posts that no longer exist on the day of the plan: given work, or named in a sentence. */
export function abolishedFindings(content: PlanContent, facts: CheckFacts): Finding[] {
  const { level, date } = content.head;
  const mentionsIn = mentionFinder(facts.abolished, date ?? facts.today);
  return [
    ...unitsOfTasks(content, mentionsIn),
    ...unitsOfText(content.responsibilities, mentionsIn),
    ...passages(content).flatMap((passage) =>
      distinct(mentionsIn(passage.text)).map((mention) => named(passage, mention, level)),
    ),
  ];
}

function unitsOfTasks(content: PlanContent, mentionsIn: MentionFinder): Finding[] {
  const { level } = content.head;
  return namedTasks(content).flatMap(({ key, data, at }) =>
    (['lead', 'coordinators'] as const).flatMap((field) =>
      data[field].flatMap((unit) =>
        distinct(mentionsIn(unit)).map(({ body }) => {
          const successor = successorOf(body, level);
          const value = data[field].map((one) => (one === unit ? successor : one));
          const changes = [{ key, field, value: [...new Set(value)] }];
          const mends = successor ? [{ deed: 'set-unit' as const, shown: successor, changes }] : [];
          return finding('unit-abolished', { unit, until: body.endedOn }, { ...at, field, mends });
        }),
      ),
    ),
  );
}

function unitsOfText(responsibilities: readonly Responsibility[], mentionsIn: MentionFinder): Finding[] {
  return responsibilities.flatMap(({ unit, where, line }) =>
    distinct(mentionsIn(unit ?? '')).map(({ body }) =>
      finding('unit-abolished', { unit: unit ?? '', until: body.endedOn }, { place: where, lines: line }),
    ),
  );
}

function named(passage: Passage, mention: Mention, level: string | null): Finding {
  const { text, field, at, keys } = passage;
  const { words, body } = mention;
  const rewritten = field === null ? undefined : withSuccessor(text, mention, level);
  const changes = keys.map((key): Change => ({ key, field: field ?? '', value: rewritten }));
  const place: FindingPlace = {
    ...at,
    keys,
    ...(field === null ? {} : { field }),
    mends: rewritten ? [{ deed: 'rewrite', shown: around(rewritten, mention.from), changes }] : [],
  };
  return body.kind === 'post'
    ? finding('post-abolished', { post: words, until: body.endedOn }, place)
    : finding('body-abolished', { body: words, until: body.endedOn }, place);
}

function passages(content: PlanContent): Passage[] {
  const found = new Map<string, Passage>();
  const add = (text: string | null, field: string, at: FindingPlace) => {
    if (!text) return;
    const known = found.get(`${field} ${text}`);
    if (known === undefined) found.set(`${field} ${text}`, { text, field, at, keys: [...(at.keys ?? [])] });
    else known.keys.push(...(at.keys ?? []));
  };
  for (const { data, at } of namedTasks(content)) for (const field of taskTexts) add(data[field], field, at);
  for (const { key, data } of content.sections) {
    add(data.title, 'title', { keys: [key], place: data.code, subject: data.title, lines: data.line });
  }
  for (const { key, data } of content.targets) {
    add(data.text, 'text', { keys: [key], place: data.where || null, subject: data.text, lines: data.line });
  }
  for (const { key, data } of content.reports) {
    for (const field of ['text', 'to', 'by'] as const) {
      add(data[field], field, { keys: [key], subject: data.text, lines: data.line });
    }
  }
  return [...found.values(), ...otherLines(content)];
}

/** Lines of the text that became no row, nor the heading under which a unit's duties stand. */
function otherLines({ lines, ...kinds }: PlanContent): Passage[] {
  const { sections, tasks, targets, reports, citations, responsibilities } = kinds;
  const told = new Set(
    [...sections, ...tasks, ...targets, ...reports, ...citations].flatMap(({ data }) => data.line),
  );
  for (const { line } of responsibilities) {
    let heading = (line[0] ?? 1) - 1;
    while (heading > 0 && lines[heading - 1]?.trim() === '') heading -= 1;
    told.add(heading);
  }
  return lines.flatMap((text, index): Passage[] => {
    const line = index + 1;
    if (told.has(line) || text.trim() === '') return [];
    return [
      { text, field: null, at: { lines: [line], subject: text.replaceAll('\t', ' | ').trim() }, keys: [] },
    ];
  });
}

/** The words around a place of a text, enough to see what a rewriting changes. */
function around(text: string, place: number): string {
  const from = place <= shownBefore ? 0 : text.lastIndexOf(' ', place - shownBefore) + 1;
  const end = text.indexOf(' ', place + shownAfter);
  return `${from > 0 ? '… ' : ''}${text.slice(from, end < 0 ? undefined : end)}${end < 0 ? '' : ' …'}`;
}

function distinct(mentions: readonly Mention[]): Mention[] {
  return [...new Map(mentions.map((mention) => [mention.words, mention])).values()];
}
