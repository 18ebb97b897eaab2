import { listUnits } from '#modules/directory/index.server.ts';
import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { type Facts, seenField, seenText } from '#platform/conflict/seen.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { reportPeriodLink } from '../links.ts';
import { reportCalendarLink } from '../../links.ts';
import { editPeriod, type EditRefusal } from '../commands/edit.server.ts';
import { settingsForm } from '../input.ts';
import { listReporterIds } from '../listed-reporters.server.ts';
import { PeriodFields, type PeriodValues } from '../parts/period-fields.tsx';
import { periodName } from '../period-name.ts';
import * as policy from '../policy.ts';
import { getPeriod } from '../queries.server.ts';
import { longestReason, type ReportPeriod } from '../report-period.ts';
import { texts } from '../texts.ts';
import { typedPeriod } from './order.tsx';

/** The form that sets window, day, addressee and units of a period. */
export async function editPeriodPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const period = await getPeriod(ctx, req.params.id ?? '');
  const stored = await storedValues(ctx, period);
  return form(ctx, period, {
    ...blank,
    ...stored,
    units: stored.units.split(' ').filter(Boolean),
    version: String(period.version),
  });
}

/** Saves the period, or shows both versions where somebody saved it meanwhile. */
export async function editPeriodAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const period = await getPeriod(ctx, req.params.id ?? '');
  const values = typedPeriod(req);
  // A choice between two versions sends the units as one text.
  const units = values.units.flatMap((one) => one.split(' ')).filter(Boolean);
  const parsed = settingsForm.safeParse({ ...values, units });
  if (!parsed.success)
    return form(
      ctx,
      period,
      { ...values, units },
      fieldProblems(parsed.error.issues, t.fault, t.fault.other),
    );
  const { from, to, last, addressee, reason, version } = parsed.data;
  const outcome = await editPeriod(ctx, period.id, {
    dataFrom: from,
    dataTo: to,
    lastOn: last,
    addressee,
    unitIds: parsed.data.units,
    reason,
    version,
  });
  if (outcome.ok) return seeOther(reportPeriodLink(period.id), { tone: 'ok', text: t.done.edited });
  if (outcome.code === 'changed-meanwhile')
    return conflict(ctx, req, await getPeriod(ctx, period.id), { ...values, units });
  if (outcome.code === 'wrong-state')
    return seeOther(reportPeriodLink(period.id), { tone: 'late', text: t.refusal['wrong-state'] });
  return form(ctx, period, { ...values, units }, [
    { fieldId: fieldOf[outcome.code], text: t.refusal[outcome.code] },
  ]);
}

const fieldOf: Readonly<Record<Exclude<EditRefusal, 'changed-meanwhile' | 'wrong-state'>, string>> = {
  'nothing-changed': '',
  'unknown-choice': 'units',
  'unit-handed-in': 'units',
  'window-turned': 'from',
};

const blank: PeriodValues = {
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

/** What two editors of a period choose between. */
async function storedValues(ctx: Ctx, period: ReportPeriod) {
  const day = (value: PlainDate | null) => (value === null ? '' : formatDate(value));
  const reporters = await listReporterIds(ctx, period.id);
  return {
    from: day(period.dataFrom),
    to: day(period.dataTo),
    last: day(period.lastOn),
    addressee: period.addressee ?? '',
    units: reporters
      .map(({ unitId }) => unitId)
      .toSorted()
      .join(' '),
  } satisfies Facts;
}

async function unitChoices(ctx: Ctx, chosen: readonly string[]) {
  const units = await listUnits(ctx);
  return units
    .filter((unit) => !unit.isCollective || chosen.includes(unit.id))
    .map(({ id, name }) => ({ value: id as string, label: name }));
}

async function form(
  ctx: Ctx,
  period: ReportPeriod,
  values: PeriodValues,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  must(policy.may(ctx.actor, 'edit', period));
  const t = texts(ctx.lang);
  const errorOf = (name: string) => problems.find(({ fieldId }) => fieldId === name)?.text;
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.form.editTitle,
    current: reportCalendarLink(),
    keepsForms: true,
    crumbs: crumbsOf(ctx, period),
    body: (
      <>
        <ErrorSummary title={t.form.errorTitle} problems={problems} />
        <PageHead title={t.form.editTitle} lead={`${periodName(ctx.lang, period)}. ${t.form.editLead}`} />
        <KeptForm action={reportPeriodLink(period.id, 'sua')} class="form">
          <HiddenField name="version" value={values.version} />
          <HiddenField name={seenField} value={seenText(await storedValues(ctx, period))} />
          <PeriodFields
            lang={ctx.lang}
            values={values}
            errorOf={errorOf}
            units={await unitChoices(ctx, values.units)}
            hasToHaveDay={period.kind === 'ordered'}
          />
          <TextField
            name="reason"
            value={values.reason}
            error={errorOf('reason')}
            label={t.form.reason}
            hint={t.form.reasonHint}
            maxLength={longestReason}
            required
          />
          <p class="form-actions">
            <Button kind="primary">{t.form.save}</Button>
            <LinkButton kind="quiet" href={reportPeriodLink(period.id)}>
              {t.form.back}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}

function crumbsOf(ctx: Ctx, period: ReportPeriod) {
  const t = texts(ctx.lang);
  return [
    { label: t.calendar.title, href: reportCalendarLink() },
    { label: periodName(ctx.lang, period), href: reportPeriodLink(period.id) },
    { label: t.form.editTitle },
  ];
}

async function conflict(ctx: Ctx, req: Req, period: ReportPeriod, values: PeriodValues): Promise<PageReply> {
  const t = texts(ctx.lang);
  const now = await storedValues(ctx, period);
  const { from, to, last, addressee } = values;
  const mine = { from, to, last, addressee, units: [...values.units].toSorted().join(' ') };
  const record = { kind: 'report-period', id: period.id, acts: ['planning.report-period.edit'] };
  const both = await conflictOf(ctx, req.form, record, { now, typed: mine });
  const names = new Map((await listUnits(ctx)).map(({ id, name }) => [id as string, name]));
  const show = (value: string) => value || t.form.none;
  return page({
    status: 409,
    title: t.form.editTitle,
    current: reportCalendarLink(),
    crumbs: crumbsOf(ctx, period),
    body: (
      <>
        <PageHead title={t.form.editTitle} lead={periodName(ctx.lang, period)} />
        <Conflict
          {...both}
          carry={{ ...both.carry, reason: values.reason, version: String(period.version) }}
          action={reportPeriodLink(period.id, 'sua')}
          backHref={reportPeriodLink(period.id)}
          fields={[
            { name: 'last', label: t.form.last, show },
            { name: 'from', label: t.form.from, show },
            { name: 'to', label: t.form.to, show },
            { name: 'addressee', label: t.form.addressee, show },
            {
              name: 'units',
              label: t.form.units,
              show: (ids) =>
                ids
                  .split(' ')
                  .map((id) => names.get(id) ?? id)
                  .join('; '),
            },
          ]}
        />
      </>
    ),
  });
}
