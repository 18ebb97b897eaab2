import { loadOfficeCalendar, type WorkCalendar, workingDaysBetween } from '#modules/calendar/index.server.ts';
import { remindedRecordField, remindersLink } from '#modules/casework/links.ts';
import { listUnits } from '#modules/directory/index.server.ts';
import { type PlainList, plainListPage, sorting, type PlacedList } from '#modules/lists/index.server.ts';
import { escalationLink } from '#modules/planning/links.ts';
import { plainDateAt } from '#platform/clock/plain-date.ts';
import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import type { Column } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { remindersByUnitLink } from '../../links.ts';
import { noticeSources } from '../../notice/sources.server.ts';
import { type ReminderLine, reminderRows } from '../listed.server.ts';
import * as policy from '../policy.ts';
import { groupOf, letterChannels, reminderListShape, stepGroups } from '../reminder-list.ts';
import { type Texts, texts } from '../texts.ts';

/** Everything that people were reminded of, as the proof of it. */
export const reminderList: PlainList<ReminderLine> = {
  path: remindersLink(),
  shape: reminderListShape,
  rows: reminderRows,
  mayRead: policy.open,
  title: (ctx) => texts(ctx.lang).title,
  caption: (ctx) => texts(ctx.lang).caption,
  words: async (ctx, filter) => {
    const t = texts(ctx.lang);
    const asked = filter.clauses.flat().filter((one) => one.field === remindedRecordField);
    const records = await titlesOf(
      ctx,
      'task',
      asked.flatMap((one) => one.values),
    );
    return {
      buoc: { label: t.field.step, options: stepGroups.map((value) => ({ value, label: t.steps[value] })) },
      'don-vi': {
        label: t.field.unit,
        options: (await listUnits(ctx)).map(({ id, name }) => ({ value: id, label: name })),
      },
      'bao-len': { label: t.field.escalated },
      'da-mo': { label: t.field.opened },
      'da-lam': { label: t.field.acted },
      ngay: { label: t.field.day },
      nguoi: { label: t.field.who },
      ten: { label: t.field.what },
      [remindedRecordField]: {
        label: t.field.record,
        options: [...records].map(([value, { title }]) => ({ value, label: title })),
      },
      han: { label: t.field.due },
      'ngay-tre': { label: t.field.daysLate },
      kenh: {
        label: t.field.channel,
        options: letterChannels.map((value) => ({ value, label: t.channels[value] ?? value })),
      },
    };
  },
  quick: ['buoc', 'don-vi'],
  table: async (ctx, list, rows) => columns(ctx, list, await loadOfficeCalendar(ctx), await named(ctx, rows)),
  rowName: (_ctx, row) => `${row.officerName}, ${row.title}`,
  none: (ctx) => {
    const t = texts(ctx.lang).none;
    return (
      <EmptyState icon="bell" title={t.title}>
        {t.text}
      </EmptyState>
    );
  },
  file: {
    act: 'casework.reminder.export',
    fileName: 'so-don-doc',
    columns: (ctx) => fileColumns(ctx.lang),
  },
};

/** The ledger, as the filter of the address says. */
export function reminderListPage(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  return plainListPage(ctx, req, reminderList, {
    lead: t.lead,
    actions: () => (
      <>
        <LinkButton kind="quiet" href={remindersByUnitLink()}>
          {t.byUnit}
        </LinkButton>
        {ctx.actor.grants.has('planning.escalation.read') && (
          <LinkButton href={escalationLink()}>{t.ladder}</LinkButton>
        )}
      </>
    ),
  });
}

type Named = ReadonlyMap<string, { readonly title: string; readonly href: string }>;

async function titlesOf(ctx: Ctx, recordKind: string, ids: readonly string[]): Promise<Named> {
  const source = noticeSources.find((one) => one.recordKind === recordKind);
  return ids.length === 0 || !source ? new Map() : source.find(ctx, [...new Set(ids)]);
}

/** What the records of these lines are called today, one query for each kind of them. */
async function named(ctx: Ctx, rows: readonly ReminderLine[]): Promise<Named> {
  const found = new Map<string, { title: string; href: string }>();
  for (const kind of new Set(rows.map((row) => row.recordKind))) {
    const ids = rows.flatMap((row) => (row.recordKind === kind ? row.recordId : []));
    for (const [id, record] of await titlesOf(ctx, kind, ids)) found.set(id, record);
  }
  return found;
}

function columns(ctx: Ctx, list: PlacedList, calendar: WorkCalendar, records: Named): Column<ReminderLine>[] {
  const t = texts(ctx.lang);
  return [
    {
      key: 'what',
      label: t.column.what,
      priority: 'lead',
      render: (row) => {
        const record = records.get(row.recordId);
        const title = row.title || record?.title || '';
        return (
          <>
            {record ? <a href={record.href}>{title}</a> : title}
            <small>
              {[
                row.unitName,
                `${t.field.due} ${formatDate(row.dueOn)}`,
                row.firstDueOn && t.firstDue(formatDate(row.firstDueOn)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </>
        );
      },
    },
    {
      key: 'who',
      label: t.column.who,
      size: 'medium',
      render: (row) => (
        <>
          {row.officerName}
          {row.substituteName && <small>{t.stood(row.substituteName)}</small>}
        </>
      ),
      ...sorting(list, 'nguoi'),
    },
    {
      key: 'step',
      label: t.column.step,
      size: 'medium',
      render: (row) => (
        <>
          <Tag tone={row.daysLate > 0 ? 'late' : 'soon'}>{t.steps[groupOf(row.step)]}</Tag>
          <small>{daysWords(ctx.lang, t, row.daysLate)}</small>
        </>
      ),
      ...sorting(list, 'ngay-tre'),
    },
    {
      key: 'when',
      label: t.column.when,
      size: 'medium',
      render: (row) => formatInstant(ctx.lang, row.at),
      ...sorting(list, 'luc'),
    },
    {
      key: 'how',
      label: t.column.how,
      size: 'medium',
      render: (row) => (
        <>
          {t.sent([t.inApp, ...row.letters.map((letter) => letterWords(t, letter))].join(', '))}
          <small>{row.openedAt ? t.opened(formatInstant(ctx.lang, row.openedAt)) : t.notOpened}</small>
        </>
      ),
    },
    {
      key: 'acted',
      label: t.column.acted,
      size: 'medium',
      render: (row) => {
        if (!row.actedAt) return t.notActed;
        const day = plainDateAt(row.actedAt);
        return t.acted(
          formatDate(day),
          formatNumber(ctx.lang, workingDaysBetween(calendar, row.onDate, day)),
        );
      },
    },
  ];
}

function letterWords(t: Texts, { channel, deliveredAt, sentAt }: ReminderLine['letters'][number]): string {
  return `${t.channels[channel] ?? channel} (${deliveredAt || sentAt ? t.delivered : t.sending})`;
}

function daysWords(lang: Lang, t: Texts, daysLate: number): string {
  if (daysLate === 0) return t.onTheDay;
  const days = formatNumber(lang, Math.abs(daysLate));
  return daysLate < 0 ? t.before(days) : t.late(days);
}

function fileColumns(lang: Lang) {
  const t = texts(lang);
  const at = (moment: Date | string | null | undefined) =>
    moment ? formatInstant(lang, new Date(moment)) : null;
  const letters = (row: ReminderLine, of: 'sentAt' | 'deliveredAt') =>
    row.letters.flatMap((letter) => at(letter[of]) ?? []).join('; ') || null;
  return [
    fileColumn<ReminderLine>('ngay', t.file.day, (row) => ({ day: row.onDate })),
    fileColumn<ReminderLine>('luc', t.file.at, (row) => at(row.at)),
    fileColumn<ReminderLine>('viec', t.file.what, (row) => row.title),
    fileColumn<ReminderLine>('don-vi', t.file.unit, (row) => row.unitName),
    fileColumn<ReminderLine>('nguoi', t.file.who, (row) => row.officerName),
    fileColumn<ReminderLine>('lam-thay', t.file.substitute, (row) => row.substituteName),
    fileColumn<ReminderLine>('buoc', t.file.step, (row) => t.steps[groupOf(row.step)]),
    fileColumn<ReminderLine>('ngay-tre', t.file.daysLate, (row) => row.daysLate),
    fileColumn<ReminderLine>('han', t.file.due, (row) => ({ day: row.dueOn })),
    fileColumn<ReminderLine>('han-dau', t.file.firstDue, (row) => row.firstDueOn && { day: row.firstDueOn }),
    fileColumn<ReminderLine>('kenh', t.file.channels, (row) =>
      [t.inApp, ...row.letters.map(({ channel }) => t.channels[channel] ?? channel)].join('; '),
    ),
    fileColumn<ReminderLine>('gui', t.file.sentAt, (row) => letters(row, 'sentAt')),
    fileColumn<ReminderLine>('den', t.file.deliveredAt, (row) => letters(row, 'deliveredAt')),
    fileColumn<ReminderLine>('mo', t.file.openedAt, (row) => at(row.openedAt)),
    fileColumn<ReminderLine>('lam', t.file.actedAt, (row) => at(row.actedAt)),
  ];
}
