import { listUnits } from '#modules/directory/index.server.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { DateField, TextareaField, TextField } from '#ui/field/text-field.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { reportPeriodLink } from '../links.ts';
import { newReportPeriodLink, reportCalendarLink, reportPeriodsLink } from '../../links.ts';
import { orderReport, type OrderRefusal } from '../commands/order.server.ts';
import { orderForm } from '../input.ts';
import { PeriodFields, type PeriodValues } from '../parts/period-fields.tsx';
import * as policy from '../policy.ts';
import { longestNumber, longestParty, longestTitle } from '../report-period.ts';
import { texts } from '../texts.ts';

/** The form of a report that a document orders; all units of the office are chosen at first. */
export async function orderPage(ctx: Ctx): Promise<PageReply> {
  const units = (await listUnits(ctx)).filter(({ isCollective }) => !isCollective);
  return form(ctx, { ...emptyValues, units: units.map(({ id }) => id) });
}

/** Adds the report, and opens its period. */
export async function orderAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.add(ctx.actor));
  const t = texts(ctx.lang);
  const values = typedPeriod(req);
  const parsed = orderForm.safeParse(values);
  if (!parsed.success) return form(ctx, values, fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  const { title, number, on, issuer, from, to, last, addressee, units } = parsed.data;
  const outcome = await orderReport(ctx, {
    title,
    document: { number, on, issuer },
    dataFrom: from,
    dataTo: to,
    lastOn: last,
    addressee,
    unitIds: units,
  });
  if (outcome.ok) return seeOther(reportPeriodLink(outcome.value), { tone: 'ok', text: t.done.added });
  return form(ctx, values, [{ fieldId: fieldOf[outcome.code], text: t.refusal[outcome.code] }]);
}

const fieldOf: Readonly<Record<OrderRefusal, string>> = {
  'unknown-choice': 'units',
  'document-to-come': 'on',
  'due-before-document': 'last',
  'window-turned': 'from',
};

const emptyValues: PeriodValues = {
  title: '',
  number: '',
  on: '',
  issuer: '',
  from: '',
  to: '',
  last: '',
  addressee: '',
  reason: '',
  version: '0',
  units: [],
};

/** What was typed into a form of a period. */
export function typedPeriod({ form: given }: Req): PeriodValues {
  const names = Object.keys(emptyValues).filter((name) => name !== 'units');
  return {
    ...(Object.fromEntries(names.map((name) => [name, given.text(name)])) as unknown as PeriodValues),
    units: given.texts('units'),
  };
}

async function form(
  ctx: Ctx,
  values: PeriodValues,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  must(policy.add(ctx.actor));
  const t = texts(ctx.lang);
  const errorOf = (name: string) => problems.find(({ fieldId }) => fieldId === name)?.text;
  const field = (name: 'title' | 'number' | 'on' | 'issuer') => ({
    name,
    value: values[name],
    error: errorOf(name),
    required: true,
  });
  const units = (await listUnits(ctx)).filter(({ isCollective }) => !isCollective);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.form.addTitle,
    current: reportCalendarLink(),
    keepsForms: true,
    crumbs: [{ label: t.calendar.title, href: reportCalendarLink() }, { label: t.form.addTitle }],
    body: (
      <>
        <ErrorSummary title={t.form.errorTitle} problems={problems} />
        <PageHead title={t.form.addTitle} lead={t.form.addLead} />
        <KeptForm action={newReportPeriodLink} class="form">
          <TextareaField
            {...field('title')}
            label={t.form.title}
            hint={t.form.titleHint}
            rows={2}
            maxLength={longestTitle}
          />
          <TextField {...field('number')} label={t.form.number} maxLength={longestNumber} />
          <DateField {...field('on')} label={t.form.on} hint={t.form.dayHint} />
          <TextField {...field('issuer')} label={t.form.issuer} maxLength={longestParty} />
          <PeriodFields
            lang={ctx.lang}
            values={values}
            errorOf={errorOf}
            units={units.map(({ id, name }) => ({ value: id, label: name }))}
            hasToHaveDay
          />
          <p class="form-actions">
            <Button kind="primary">{t.form.add}</Button>
            <LinkButton kind="quiet" href={reportPeriodsLink()}>
              {t.form.back}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}
