import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { reportPeriodLink } from '../links.ts';
import { reportCalendarLink } from '../../links.ts';
import { sendOn } from '../commands/close.server.ts';
import { sendingForm } from '../input.ts';
import { periodName } from '../period-name.ts';
import * as policy from '../policy.ts';
import { countByPeriod, getPeriod, noCounts } from '../queries.server.ts';
import { longestNumber, longestParty, type ReportPeriod } from '../report-period.ts';
import { texts } from '../texts.ts';

type Values = Readonly<Record<'number' | 'on' | 'sentTo' | 'version', string>>;

/** The form in which the commune's own report is recorded as sent on. */
export async function sendOnPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const period = await getPeriod(ctx, req.params.id ?? '');
  const on = formatDate(ctx.clock.today());
  const sentTo = period.document?.issuer ?? '';
  return form(ctx, period, { number: '', on, sentTo, version: String(period.version) });
}

/** Records the report and closes the period. */
export async function sendOnAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const period = await getPeriod(ctx, req.params.id ?? '');
  const values: Values = {
    number: req.form.text('number'),
    on: req.form.text('on'),
    sentTo: req.form.text('sentTo'),
    version: req.form.text('version'),
  };
  const parsed = sendingForm.safeParse(values);
  if (!parsed.success)
    return form(ctx, period, values, fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  const { number, on, sentTo, version } = parsed.data;
  const outcome = await sendOn(ctx, period.id, { number, on, to: sentTo, version });
  if (outcome.ok) return seeOther(reportPeriodLink(period.id), { tone: 'ok', text: t.done.sent });
  if (outcome.code === 'wrong-state')
    return seeOther(reportPeriodLink(period.id), { tone: 'late', text: t.refusal['wrong-state'] });
  const fieldId = outcome.code === 'sent-to-come' ? 'on' : '';
  const again = outcome.code === 'changed-meanwhile' ? await getPeriod(ctx, period.id) : period;
  return form(ctx, again, { ...values, version: String(again.version) }, [
    { fieldId, text: t.refusal[outcome.code] },
  ]);
}

async function form(
  ctx: Ctx,
  period: ReportPeriod,
  values: Values,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  must(policy.may(ctx.actor, 'send-on', period));
  const t = texts(ctx.lang);
  const counts = (await countByPeriod(ctx, { ids: [period.id] })).get(period.id) ?? noCounts;
  const missing = counts.expected + counts.handedIn + counts.sentBack;
  const field = (name: 'number' | 'on' | 'sentTo') => ({
    name,
    value: values[name],
    error: problems.find(({ fieldId }) => fieldId === name)?.text,
    required: true,
  });
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.sending.title,
    current: reportCalendarLink(),
    keepsForms: true,
    crumbs: [
      { label: t.calendar.title, href: reportCalendarLink() },
      { label: periodName(ctx.lang, period), href: reportPeriodLink(period.id) },
      { label: t.sending.title },
    ],
    body: (
      <>
        <ErrorSummary title={t.form.errorTitle} problems={problems} />
        <PageHead title={t.sending.title} lead={`${periodName(ctx.lang, period)}. ${t.sending.lead}`} />
        <Stack>
          {missing > 0 && (
            <Notice tone="soon" title={t.sending.missing(formatNumber(ctx.lang, missing))}>
              {t.sending.missingText}
            </Notice>
          )}
          <KeptForm action={reportPeriodLink(period.id, 'gui')} class="form">
            <HiddenField name="version" value={values.version} />
            <TextField {...field('number')} label={t.sending.number} maxLength={longestNumber} />
            <DateField {...field('on')} label={t.sending.on} hint={t.form.dayHint} />
            <TextField
              {...field('sentTo')}
              label={t.sending.to}
              hint={t.sending.toHint}
              maxLength={longestParty}
            />
            <p class="form-actions">
              <Button kind="primary">{t.sending.save}</Button>
              <LinkButton kind="quiet" href={reportPeriodLink(period.id)}>
                {t.form.back}
              </LinkButton>
            </p>
          </KeptForm>
        </Stack>
      </>
    ),
  });
}
