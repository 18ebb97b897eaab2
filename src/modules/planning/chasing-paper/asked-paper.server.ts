import { addWorkingDays, isWorkingDay, loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import type { PaperHead } from '#modules/casework/index.server.ts';
import { listUnits } from '#modules/directory/index.server.ts';
import { parseId } from '#platform/db/id.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { askedList } from '#platform/list/asked-list.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { tasksLink } from '../links.ts';
import { nextTasks } from '../task/list-tasks.server.ts';
import { taskListShape } from '../task/task-list.ts';
import {
  type Asked,
  type ChasingKind,
  chasingKinds,
  lettersOf,
  mostNamed,
  usualAnswerDays,
} from './chasing-paper.ts';
import { type PaperValues, readPaper } from './parts/paper-values.tsx';
import { paperWords, texts } from './texts.ts';

/** The kind of paper that an address or a form names. */
export function askedKind(name: string | null): ChasingKind | undefined {
  return chasingKinds.find((kind) => kind === name);
}

/** The tasks that an address names: one by one, or all of a filter of the task list, as many as a paper may name. */
export async function askedTasks(ctx: Ctx, query: URLSearchParams): Promise<readonly string[]> {
  const named = query.getAll('viec').flatMap((id) => parseId(id) ?? []);
  const filter = query.get('loc');
  if (named.length > 0 || filter === null) return [...new Set(named)].slice(0, mostNamed);
  const asked = askedList(taskListShape, tasksLink(), new URLSearchParams(filter), []);
  if (asked.goTo !== undefined) return [];
  const calendar = await loadOfficeCalendar(ctx);
  const { rows } = await nextTasks(ctx, calendar, asked.state, undefined, mostNamed);
  return rows.map((row) => row.id);
}

/** A new paper of a kind about all units, framed as its form proposes. */
export async function startPaper(ctx: Ctx, kind: ChasingKind): Promise<{ head: PaperHead; asked: Asked }> {
  const read = readPaper(ctx.lang, await newValues(ctx, kind, new URLSearchParams()));
  if (!read.ok) throw new Error('what the form proposes cannot be read');
  return read;
}

/** How a new paper of a kind begins: about what the address names, signed by the first who may issue it. */
export async function newValues(ctx: Ctx, kind: ChasingKind, query: URLSearchParams): Promise<PaperValues> {
  const t = texts('vi').defaults;
  const signer = await findSigner(ctx);
  return {
    units: query.getAll('don-vi').flatMap((id) => parseId(id) ?? []),
    tasks: await askedTasks(ctx, query),
    near: kind === 'reminder-letter' ? '5' : '0',
    answerBy: kind === 'reminder-letter' || kind === 'reminder-sheet' ? await usualAnswerDay(ctx) : '',
    words: '',
    meetingOn: '',
    meetingTime: '',
    meetingPlace: '',
    meetingChair: kind === 'late-agenda' ? (signer?.name ?? '') : '',
    symbol: kind === 'reminder-letter' ? await letterSymbol(ctx, t.symbol[kind]) : t.symbol[kind],
    authority: isDeputy(signer?.position ?? '') ? 'kt' : 'tm',
    signerName: signer?.name ?? '',
    signerPosition: withoutOffice(signer?.position ?? ''),
    recipients: t.recipients[kind],
    urgency: 'none',
  };
}

/** What is wrong with the day until which units are to answer: nothing, or that nobody works then. */
export async function answerDayProblem(ctx: Ctx, asked: Asked): Promise<FieldProblem | undefined> {
  const { answerBy } = asked;
  if (answerBy === null) return undefined;
  const calendar = await loadOfficeCalendar(ctx);
  if (isWorkingDay(calendar, answerBy)) return undefined;
  const next = formatDate(addWorkingDays(calendar, answerBy, 1));
  return { fieldId: 'answerBy', text: texts(ctx.lang).answerDayOff(formatDate(answerBy), next) };
}

/** Some working days from today by the calendar of the office. */
async function usualAnswerDay(ctx: Ctx): Promise<string> {
  const calendar = await loadOfficeCalendar(ctx);
  return formatDate(addWorkingDays(calendar, ctx.clock.today(), usualAnswerDays));
}

/** A letter names the office and the unit that drafts it. */
async function letterSymbol(ctx: Ctx, office: string): Promise<string> {
  const unit = (await listUnits(ctx)).find(({ id }) => ctx.actor.unitIds.includes(id));
  const letters = unit ? lettersOf(unit.name, paperWords.unitLetters) : '';
  return letters === '' ? office : `${office}-${letters}`;
}

/** A paper says the position without the office, which stands at its head. @law nd-30-2020 pl1 */
function withoutOffice(position: string): string {
  const at = paperWords.committees.map((name) => position.indexOf(` ${name}`));
  const from = Math.min(...at.filter((one) => one > 0));
  return Number.isFinite(from) ? position.slice(0, from) : position;
}

/** A deputy signs in the place of the chair. */
function isDeputy(position: string): boolean {
  return position.toLocaleLowerCase('vi').startsWith(texts('vi').defaults.deputy);
}

/** Who may decide about evaluations of heads leads the office; of them, the one who heads a unit comes first. */
async function findSigner(ctx: Ctx): Promise<{ name: string; position: string } | undefined> {
  const row = await ctx.db
    .selectFrom('directory.published_holder as h')
    .innerJoin('directory.published_officer as o', (join) =>
      join.onRef('o.tenant_id', '=', 'h.tenant_id').onRef('o.id', '=', 'h.officer_id'),
    )
    .select(['o.full_name', 'o.position_title'])
    .where('h.tenant_id', '=', ctx.tenant.id)
    .where('h.act', '=', 'planning.unit-head-review.decide')
    .where('o.ended_on', 'is', null)
    .orderBy('o.is_head', 'desc')
    .orderBy('o.full_name')
    .limit(1)
    .executeTakeFirst();
  return row && { name: row.full_name ?? '', position: row.position_title ?? '' };
}
