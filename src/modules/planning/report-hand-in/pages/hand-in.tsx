import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import {
  EvidencePanel,
  type EvidenceOwner,
  showEvidence,
  UseAsEvidence,
} from '#modules/casework/index.server.ts';
import type { Outcome } from '#platform/db/outcome.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Facts, RailPart } from '#ui/facts/facts.tsx';
import { RecordLayout } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Timeline } from '#ui/timeline/timeline.tsx';
import { reportHandInLink, reportPeriodLink } from '../../report-period/links.ts';
import { reportCalendarLink, reportHandInsLink } from '../../links.ts';
import { PeriodClock, windowWords } from '../../report-period/parts/period-words.tsx';
import { periodName } from '../../report-period/period-name.ts';
import { listEvents, type ReportEvent } from '../../report-period/queries.server.ts';
import { texts as periodTexts } from '../../report-period/texts.ts';
import {
  acceptReport,
  askForReport,
  excuseReport,
  handIn as handInReport,
  type HandInRefusal,
  type ReportOf,
  sendReportBack,
  takeJudgementBack,
  withdrawReport,
} from '../commands.server.ts';
import { reportEvidence } from '../evidence-owner.server.ts';
import { handInForm, reasonForm } from '../input.ts';
import { HandInForms } from '../parts/hand-in-forms.tsx';
import { HandInStateTag, lateWords } from '../parts/hand-in-words.tsx';
import * as policy from '../policy.ts';
import { getHandIn } from '../queries.server.ts';
import type { HandIn, HandInDeed } from '../report-hand-in.ts';
import { texts } from '../texts.ts';

const owner: EvidenceOwner = reportEvidence;

/** The report of one unit: what comes next, its files, and what happened. */
export async function handInPage(ctx: Ctx, req: Req): Promise<PageReply> {
  return show(ctx, await getHandIn(ctx, req.params.id ?? ''));
}

/** Hands the report in. */
export function handInAction(ctx: Ctx, req: Req): Promise<Reply> {
  return answer(ctx, req, 'hand-in', (report) => {
    const given = handInForm.safeParse({ text: req.form.text('text') });
    return given.success ? handInReport(ctx, report, given.data.text) : Promise.resolve('text');
  });
}

/** Withdraws it. */
export function withdrawAction(ctx: Ctx, req: Req): Promise<Reply> {
  return answer(ctx, req, 'withdraw', (report) => withdrawReport(ctx, report));
}

/** Accepts it. */
export function acceptAction(ctx: Ctx, req: Req): Promise<Reply> {
  return answer(ctx, req, 'accept', (report) => acceptReport(ctx, report));
}

/** Sends it back with the reason. */
export function sendBackAction(ctx: Ctx, req: Req): Promise<Reply> {
  return answerSaid(ctx, req, 'send-back', sendReportBack);
}

/** Says why the unit need not report. */
export function excuseAction(ctx: Ctx, req: Req): Promise<Reply> {
  return answerSaid(ctx, req, 'excuse', excuseReport);
}

/** Takes the last judgement back. */
export function takeBackAction(ctx: Ctx, req: Req): Promise<Reply> {
  return answer(ctx, req, 'take-back', (report) => takeJudgementBack(ctx, report));
}

/** Reminds the unit. */
export function askAction(ctx: Ctx, req: Req): Promise<Reply> {
  return answer(ctx, req, 'ask', (report) => askForReport(ctx, report));
}

type Refusal = HandInRefusal | 'nothing-handed-in';
type Answered = Outcome<undefined, Refusal> | 'text' | 'reason';

function answerSaid(
  ctx: Ctx,
  req: Req,
  deed: 'send-back' | 'excuse',
  command: (ctx: Ctx, report: ReportOf, reason: string) => Promise<Outcome<undefined, HandInRefusal>>,
): Promise<Reply> {
  return answer(ctx, req, deed, (report) => {
    const given = reasonForm.safeParse({ reason: req.form.text('reason') });
    return given.success ? command(ctx, report, given.data.reason) : Promise.resolve('reason');
  });
}

async function answer(
  ctx: Ctx,
  req: Req,
  deed: HandInDeed,
  run: (report: ReportOf) => Promise<Answered>,
): Promise<Reply> {
  const t = texts(ctx.lang);
  const { id } = await getHandIn(ctx, req.params.id ?? '');
  const version = Number(req.form.text('version'));
  const outcome = await run({ id, version: Number.isInteger(version) ? version : -1 });
  if (typeof outcome !== 'string' && outcome.ok)
    return seeOther(reportHandInLink(id), { tone: 'ok', text: t.flash[deed] });
  const present = await getHandIn(ctx, id);
  // What cannot be read was not asked about: whoever may not do it at all is told so first.
  if (typeof outcome === 'string') must(policy.may(ctx.actor, deed, present));
  const typed = { deed, text: req.form.text('text'), reason: req.form.text('reason') };
  const problem =
    typeof outcome === 'string'
      ? { fieldId: `${deed}-${outcome}`, text: t.fault[outcome] }
      : {
          fieldId: outcome.code === 'nothing-handed-in' ? 'hand-in-text' : '',
          text: t.refusal[outcome.code],
        };
  return show(ctx, present, typed, [problem]);
}

async function show(
  ctx: Ctx,
  handIn: HandIn,
  typed?: { readonly deed: HandInDeed; readonly text: string; readonly reason: string },
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const evidence = await showEvidence(ctx, owner, handIn.id);
  const events = await listEvents(ctx, handIn.period.id, handIn.unitId);
  const calendar = await loadOfficeCalendar(ctx);
  const name = periodName(ctx.lang, handIn.period);
  const title = t.title(handIn.unitName);
  const late = lateWords(ctx.lang, calendar, handIn, ctx.clock.today());
  const isWaiting = handIn.firstHandedInOn === null && handIn.state !== 'excused';
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: `${title}: ${name}`,
    current: reportCalendarLink(),
    records: [{ kind: 'report-hand-in', id: handIn.id }],
    crumbs: [
      { label: periodTexts(ctx.lang).calendar.title, href: reportCalendarLink() },
      { label: name, href: reportPeriodLink(handIn.period.id) },
      { label: handIn.unitName },
    ],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead
          title={title}
          lead={name}
          line={
            <>
              <HandInStateTag lang={ctx.lang} state={handIn.state} /> {late}
            </>
          }
          actions={<UseAsEvidence ctx={ctx} kind="report-hand-in" id={handIn.id} />}
        />
        <RecordLayout railLabel={t.rail} rail={<Rail ctx={ctx} handIn={handIn} />}>
          {isWaiting && handIn.period.state === 'open' && (
            <PeriodClock
              lang={ctx.lang}
              calendar={calendar}
              today={ctx.clock.today()}
              period={{ ...handIn.period, sent: null }}
            />
          )}
          <Said ctx={ctx} handIn={handIn} />
          <HandInForms
            ctx={ctx}
            handIn={handIn}
            proofs={evidence.list.length}
            typed={typed}
            problems={problems}
          />
          <EvidencePanel shown={evidence} />
          <History ctx={ctx} events={events} />
          <p class="form-actions">
            <LinkButton kind="quiet" href={reportPeriodLink(handIn.period.id)}>
              {t.toPeriod}
            </LinkButton>
            <LinkButton kind="quiet" href={reportHandInsLink({ 'don-vi': handIn.unitId })}>
              {t.list.title}
            </LinkButton>
          </p>
        </RecordLayout>
      </>
    ),
  });
}

/** What was said last: why it came back, why it is not required, what was handed in, that the period is closed. */
function Said({ ctx, handIn }: { ctx: Ctx; handIn: HandIn }) {
  const t = texts(ctx.lang);
  return (
    <>
      {handIn.period.state !== 'open' && (
        <Notice tone="info" title={t.closed.title}>
          {t.closed.text}
        </Notice>
      )}
      {handIn.state === 'sent-back' && (
        <Notice tone="soon" title={t.sentBackTitle}>
          {handIn.reason}
        </Notice>
      )}
      {handIn.state === 'excused' && (
        <Notice tone="info" title={t.excusedTitle}>
          {handIn.reason}
        </Notice>
      )}
      {handIn.text && handIn.state !== 'expected' && (
        <Panel id="said" title={t.said}>
          <p>{handIn.text}</p>
        </Panel>
      )}
    </>
  );
}

function Rail({ ctx, handIn }: { ctx: Ctx; handIn: HandIn }) {
  const t = texts(ctx.lang);
  const { period } = handIn;
  const day = (value: HandIn['handedInOn']) => (value === null ? t.notYet : formatDate(value));
  return (
    <RailPart id="about" title={t.rail}>
      <Facts
        facts={[
          {
            label: t.field.period,
            value: <a href={reportPeriodLink(period.id)}>{periodName(ctx.lang, period)}</a>,
          },
          { label: t.field.due, value: period.dueOn === null ? t.noDay : formatDate(period.dueOn) },
          { label: t.field.window, value: windowWords(ctx.lang, period) },
          { label: t.field.addressee, value: period.addressee ?? t.noWindow },
          { label: t.field.firstHandedIn, value: day(handIn.firstHandedInOn) },
          { label: t.field.handedIn, value: day(handIn.handedInOn) },
          { label: t.field.by, value: handIn.handedInByName ?? t.notYet },
        ]}
      />
    </RailPart>
  );
}

function History({ ctx, events }: { ctx: Ctx; events: readonly ReportEvent[] }) {
  const t = texts(ctx.lang);
  if (events.length === 0) return null;
  return (
    <Panel id="history" title={t.history}>
      <Timeline
        entries={events.map((event, at) => ({
          key: event.id,
          when: formatInstant(ctx.lang, event.at),
          dateTime: event.at.toISOString(),
          title: periodTexts(ctx.lang).event[event.kind],
          text: [event.actorName, event.text].filter(Boolean).join('. '),
          isStrong: at === 0,
        }))}
      />
    </Panel>
  );
}
