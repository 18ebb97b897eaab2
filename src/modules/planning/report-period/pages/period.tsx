import {
  addWorkingDays,
  isWorkingDay,
  loadOfficeCalendar,
  type WorkCalendar,
} from '#modules/calendar/index.server.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatInstant, formatWeekday } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Clock } from '#ui/clock/clock.tsx';
import { type Fact, Facts, RailPart } from '#ui/facts/facts.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { RecordLayout } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Quote } from '#ui/quote/quote.tsx';
import { Timeline } from '#ui/timeline/timeline.tsx';
import { planLink } from '../../links.ts';
import { reportPeriodLink, reportRuleLink } from '../links.ts';
import { reportCalendarLink } from '../../links.ts';
import type { HandIn } from '../../report-hand-in/report-hand-in.ts';
import { listHandIns } from '../../report-hand-in/queries.server.ts';
import { PeriodBoard } from '../parts/period-board.tsx';
import { PeriodNext } from '../parts/period-next.tsx';
import { periodClock, PeriodStateTag, windowWords } from '../parts/period-words.tsx';
import { periodName } from '../period-name.ts';
import * as policy from '../policy.ts';
import {
  countByPeriod,
  getPeriod,
  listEvents,
  noCounts,
  type PeriodCounts,
  type ReportEvent,
} from '../queries.server.ts';
import { longestReason, type ReportPeriod } from '../report-period.ts';
import { texts } from '../texts.ts';

/** Everything that the page of a period shows. */
interface PeriodView {
  readonly period: ReportPeriod;
  readonly handIns: readonly HandIn[];
  readonly counts: PeriodCounts;
  readonly events: readonly ReportEvent[];
  readonly calendar: WorkCalendar;
}

/** One period: what comes next, its clock, how far each unit has come, and what happened. */
export async function periodPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const period = await getPeriod(ctx, req.params.id ?? '');
  const handIns = await listHandIns(ctx, period.id);
  const counts = (await countByPeriod(ctx, { ids: [period.id] })).get(period.id) ?? noCounts;
  const events = await listEvents(ctx, period.id);
  const view: PeriodView = { period, handIns, counts, events, calendar: await loadOfficeCalendar(ctx) };
  const t = texts(ctx.lang);
  const title = periodName(ctx.lang, period);
  const can = (deed: policy.PeriodDeed) => policy.may(ctx.actor, deed, period).allowed;
  const isCounted = period.state === 'open' || period.state === 'sent';
  return page({
    title,
    current: reportCalendarLink(),
    records: [{ kind: 'report-period', id: period.id }],
    crumbs: [{ label: t.calendar.title, href: reportCalendarLink() }, { label: title }],
    body: (
      <>
        <PageHead
          title={title}
          line={<PeriodStateTag lang={ctx.lang} state={period.state} />}
          actions={
            <>
              {can('edit') && (
                <LinkButton href={reportPeriodLink(period.id, 'sua')} icon="edit">
                  {t.page.edit}
                </LinkButton>
              )}
              {can('reopen') && period.state === 'sent' && (
                <form method="post" action={reportPeriodLink(period.id, 'mo-lai')}>
                  <Button>{t.page.reopen}</Button>
                </form>
              )}
              {can('restore') && (
                <form method="post" action={reportPeriodLink(period.id, 'lay-lai')}>
                  <Button kind="primary">{t.page.restore}</Button>
                </form>
              )}
            </>
          }
        />
        <RecordLayout railLabel={t.page.rail} rail={<Rail ctx={ctx} view={view} />}>
          {isCounted && period.dueOn !== null && (
            <Clock {...periodClock(ctx.lang, view.calendar, ctx.clock.today(), period)} />
          )}
          <PeriodNext ctx={ctx} period={period} handIns={handIns} counts={counts} />
          <PeriodBoard ctx={ctx} period={period} handIns={handIns} counts={counts} calendar={view.calendar} />
          {period.ruleText && (
            <Panel id="said" title={t.page.said}>
              <Quote
                {...(period.planId && {
                  from: {
                    label: period.planTitle ?? t.page.plan,
                    href: `${planLink(period.planId)}#reports`,
                  },
                })}
              >
                {period.ruleText}
              </Quote>
            </Panel>
          )}
          <History ctx={ctx} events={events} />
          {can('discard') && <Discard ctx={ctx} period={period} />}
        </RecordLayout>
      </>
    ),
  });
}

function Rail({ ctx, view: { period, calendar } }: { ctx: Ctx; view: PeriodView }) {
  const t = texts(ctx.lang).page;
  const facts: (Fact | undefined)[] = [
    {
      label: t.due,
      value: period.dueOn === null ? t.noDay : formatDate(period.dueOn),
      note: <DayNotes ctx={ctx} period={period} calendar={calendar} />,
    },
    {
      label: t.window,
      value: (period.dataFrom ?? period.dataTo) === null ? t.noWindow : windowWords(ctx.lang, period),
      ...(period.byHand.includes('window') && { note: t.setByHand }),
    },
    { label: t.addressee, value: period.addressee ?? t.noAddressee },
    period.document === null
      ? {
          label: t.plan,
          value: period.planId ? <a href={planLink(period.planId)}>{period.planTitle}</a> : t.takenBack,
        }
      : {
          label: t.document,
          value: t.documentOf(period.document.number, period.document.issuer),
          note: formatDate(period.document.on),
        },
    period.sent
      ? {
          label: t.sent,
          value: period.sent.number,
          note: t.sentTo(period.sent.to, formatDate(period.sent.on)),
        }
      : undefined,
  ];
  return (
    <RailPart id="about" title={t.rail}>
      <Facts facts={facts.filter((fact) => fact !== undefined)} />
    </RailPart>
  );
}

/** How the day came about: the words of the plan, who set it, and what days off do to it. */
function DayNotes({ ctx, period, calendar }: { ctx: Ctx; period: ReportPeriod; calendar: WorkCalendar }) {
  const t = texts(ctx.lang).page;
  const { dueOn, lastOn, printedOn, isBefore } = period;
  if (dueOn === null || lastOn === null) return null;
  const isOff = !isWorkingDay(calendar, lastOn);
  const before = addWorkingDays(calendar, addDays(lastOn, 1), -1);
  const said = [
    period.byHand.includes('day')
      ? t.setByHand
      : isBefore && printedOn
        ? t.before(formatDate(printedOn), formatDate(lastOn))
        : t.lastOn(formatDate(lastOn)),
    isOff &&
      (dueOn === lastOn
        ? t.dayOff(capital(formatWeekday(ctx.lang, lastOn)), formatDate(before))
        : t.shifted(formatDate(lastOn))),
  ].filter(Boolean);
  return (
    <>
      {said.map((words) => (
        <span key={words}>
          {words}
          <br />
        </span>
      ))}
      {isOff && (
        <>
          {t.unverified}
          {policy.setRule(ctx.actor).allowed && (
            <>
              {' '}
              <a href={reportRuleLink}>{t.toRule}</a>
            </>
          )}
        </>
      )}
    </>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function History({ ctx, events }: { ctx: Ctx; events: readonly ReportEvent[] }) {
  const t = texts(ctx.lang);
  if (events.length === 0) return null;
  return (
    <Panel id="history" title={t.page.history}>
      <Timeline
        entries={events.map((event, at) => ({
          key: event.id,
          when: formatInstant(ctx.lang, event.at),
          dateTime: event.at.toISOString(),
          title: [event.unitName, t.event[event.kind]].filter(Boolean).join(': '),
          text: [event.actorName, event.text].filter(Boolean).join('. '),
          isStrong: at === 0,
        }))}
      />
    </Panel>
  );
}

function Discard({ ctx, period }: { ctx: Ctx; period: ReportPeriod }) {
  const t = texts(ctx.lang).page;
  return (
    <details class="fold">
      <summary>{t.discard}</summary>
      <form method="post" action={reportPeriodLink(period.id, 'bo')} class="form" novalidate>
        <TextField name="reason" label={t.discardReason} hint={t.discardHint} maxLength={longestReason} />
        <p class="form-actions">
          <Button icon="trash">{t.discard}</Button>
        </p>
      </form>
    </details>
  );
}
