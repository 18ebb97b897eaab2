import { loadOfficeCalendar, type WorkCalendar } from '#modules/calendar/index.server.ts';
import { listUnits } from '#modules/directory/index.server.ts';
import {
  manyOf,
  type PlacedList,
  type PlainList,
  plainListPage,
  sorting,
} from '#modules/lists/index.server.ts';
import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import type { Column } from '#ui/table/table.tsx';
import { reportHandInLink, reportPeriodLink } from '../../report-period/links.ts';
import { reportCalendarLink, reportHandInsLink } from '../../links.ts';
import { windowWords } from '../../report-period/parts/period-words.tsx';
import { periodName } from '../../report-period/period-name.ts';
import { listPeriodNames } from '../../report-period/period-names.server.ts';
import { texts as periodTexts } from '../../report-period/texts.ts';
import { collectedStates, handInListShape } from '../hand-in-list.ts';
import { handInRows } from '../listed.server.ts';
import { HandInStateTag, lateWords } from '../parts/hand-in-words.tsx';
import { handInDeedsOnMany } from '../parts/many-deeds.tsx';
import * as policy from '../policy.ts';
import { type HandIn, handInStates } from '../report-hand-in.ts';
import { texts } from '../texts.ts';

/** The reports of units. */
export const handInList: PlainList<HandIn> = {
  path: reportHandInsLink(),
  shape: handInListShape,
  rows: handInRows,
  mayRead: policy.readSome,
  title: (ctx) => texts(ctx.lang).list.title,
  caption: (ctx) => texts(ctx.lang).list.caption,
  crumbs: (ctx) => [{ label: periodTexts(ctx.lang).calendar.title, href: reportCalendarLink() }],
  words: async (ctx) => {
    const t = texts(ctx.lang);
    const states = periodTexts(ctx.lang).state;
    return {
      'trang-thai': {
        label: t.field.state,
        options: handInStates.map((value) => ({ value, label: t.state[value] })),
      },
      ky: {
        label: t.field.period,
        options: (await listPeriodNames(ctx)).map((one) => ({
          value: one.id,
          label: periodName(ctx.lang, one),
        })),
      },
      'don-vi': {
        label: t.field.unit,
        options: (await listUnits(ctx))
          .filter(({ isCollective }) => !isCollective)
          .map(({ id, name }) => ({ value: id, label: name })),
      },
      muon: { label: t.field.late },
      han: { label: t.field.due },
      'ngay-nop': { label: t.field.handedIn },
      nam: { label: t.field.year },
      'tinh-trang-ky': {
        label: t.field.periodState,
        options: collectedStates.map((value) => ({ value, label: states[value] })),
      },
    };
  },
  quick: ['trang-thai', 'ky', 'don-vi'],
  table: async (ctx, placed) => columns(ctx, placed, await loadOfficeCalendar(ctx)),
  rowName: (ctx, row) => `${row.unitName}: ${periodName(ctx.lang, row.period)}`,
  none: (ctx) => {
    const t = texts(ctx.lang).list.none;
    return (
      <EmptyState icon="inbox" title={t.title}>
        {t.text}
      </EmptyState>
    );
  },
  file: {
    act: 'planning.report-hand-in.export',
    fileName: 'bao-cao-don-vi',
    columns: (ctx) => {
      const t = texts(ctx.lang);
      return [
        fileColumn('don-vi', t.field.unit, (row) => row.unitName),
        fileColumn('ky', t.field.period, (row) => periodName(ctx.lang, row.period)),
        fileColumn('chot-so-lieu', t.field.window, (row) => windowWords(ctx.lang, row.period)),
        fileColumn('han', t.field.due, (row) => row.period.dueOn && { day: row.period.dueOn }),
        fileColumn('trang-thai', t.field.state, (row) => t.state[row.state]),
        fileColumn(
          'nop-lan-dau',
          t.field.firstHandedIn,
          (row) => row.firstHandedInOn && { day: row.firstHandedInOn },
        ),
        fileColumn('ngay-nop', t.field.handedIn, (row) => row.handedInOn && { day: row.handedInOn }),
        fileColumn('nguoi-nop', t.field.by, (row) => row.handedInByName),
        fileColumn('noi-dung', t.field.text, (row) => row.text),
        fileColumn('so-lan-tra-lai', t.field.sentBack, (row) => row.sentBackTimes),
        fileColumn('ly-do', t.field.reason, (row) => row.reason),
      ];
    },
  },
  many: handInDeedsOnMany,
};

/** The deeds on many reports, for programs too. */
export const manyHandIns = manyOf(handInList, handInDeedsOnMany);

/** The reports of the filter in the address. */
export function handInListPage(ctx: Ctx, req: Req): Promise<Reply> {
  return plainListPage(ctx, req, handInList, { lead: texts(ctx.lang).list.lead });
}

function columns(ctx: Ctx, placed: PlacedList, calendar: WorkCalendar): Column<HandIn>[] {
  const t = texts(ctx.lang);
  return [
    {
      key: 'unit',
      label: t.field.unit,
      priority: 'lead',
      render: (row) => (
        <>
          <a href={reportHandInLink(row.id)}>{row.unitName}</a>
          <small>{row.state === 'sent-back' || row.state === 'excused' ? row.reason : row.text}</small>
        </>
      ),
      ...sorting(placed, 'don-vi'),
    },
    {
      key: 'period',
      label: t.field.period,
      size: 'long',
      render: (row) => <a href={reportPeriodLink(row.period.id)}>{periodName(ctx.lang, row.period)}</a>,
    },
    {
      key: 'due',
      label: t.field.due,
      size: 'medium',
      render: (row) => (row.period.dueOn === null ? t.noDay : formatDate(row.period.dueOn)),
      ...sorting(placed, 'han'),
    },
    {
      key: 'state',
      label: t.field.state,
      size: 'long',
      render: (row) => {
        const late = lateWords(ctx.lang, calendar, row, ctx.clock.today());
        return (
          <>
            <HandInStateTag lang={ctx.lang} state={row.state} />
            {late && (
              <>
                <br />
                <small>{late}</small>
              </>
            )}
          </>
        );
      },
    },
    {
      key: 'on',
      label: t.field.handedIn,
      size: 'medium',
      render: (row) => (row.handedInOn === null ? t.notYet : formatDate(row.handedInOn)),
      ...sorting(placed, 'ngay-nop'),
    },
  ];
}
