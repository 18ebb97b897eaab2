import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { conflictOf, holdRecord, tickWords } from '#platform/conflict/conflict.server.ts';
import { type Facts, isAsSeen, seenField, seenText } from '#platform/conflict/seen.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { CheckboxField } from '#ui/field/choice-field.tsx';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import * as leadershipPolicy from '../../leadership/policy.ts';
import { findLeadership } from '../../leadership/queries.server.ts';
import { texts as leadershipTexts } from '../../leadership/texts.ts';
import { leadershipLink, newUnitLink, unitLink, unitsLink } from '../../links.ts';
import { listOfficers } from '../../officer/queries.server.ts';
import { createUnit, editUnit, endUnit, restoreUnit } from '../commands.server.ts';
import { unitForm } from '../input.ts';
import * as policy from '../policy.ts';
import { getKeptUnit } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { type KeptUnit, longestEndReason, longestUnitName } from '../unit.ts';

interface Typed {
  readonly name: string;
  readonly isCollective: boolean;
  /** What was seen when the editing began, as the form carried it. */
  readonly seen?: string | undefined;
  readonly endOn?: string;
  readonly reason?: string;
}

/** The form for a new unit. */
export async function newUnitPage(ctx: Ctx): Promise<PageReply> {
  return newForm(ctx, { name: '', isCollective: false });
}

/** Enters a unit. */
export async function createUnitAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const parsed = unitForm.safeParse(req.form.all());
  if (!parsed.success)
    return newForm(ctx, typed(req), fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  const { name, collective } = parsed.data;
  const outcome = await createUnit(ctx, { name, isCollective: collective });
  if (outcome.ok) return seeOther(unitsLink, { tone: 'ok', text: t.created });
  return newForm(ctx, typed(req), [{ fieldId: 'name', text: t.refusal[outcome.code] }]);
}

/** One unit: its name, its end, or its return. */
export async function unitPage(ctx: Ctx, req: Req): Promise<PageReply> {
  return editForm(ctx, req.params.id ?? '');
}

/** Stores the name of a unit. */
export async function editUnitAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const parsed = unitForm.safeParse(req.form.all());
  if (!parsed.success)
    return editForm(ctx, id, typed(req), fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  must(policy.edit(ctx.actor));
  await holdRecord(ctx, 'directory.unit', id);
  const unit = await getKeptUnit(ctx, id);
  if (!isAsSeen(req.form, factsOf(unit))) return conflict(ctx, req, unit);
  const { name, collective } = parsed.data;
  const outcome = await editUnit(ctx, id, { name, isCollective: collective });
  if (outcome.ok) return seeOther(unitsLink, { tone: 'ok', text: t.edited });
  return editForm(ctx, id, typed(req), [{ fieldId: 'name', text: t.refusal[outcome.code] }]);
}

/** What the form of a unit shows of it. */
function factsOf(values: Typed): Facts {
  return { name: values.name, collective: values.isCollective ? '1' : '' };
}

/** Somebody saved the unit since this person opened it: both versions. */
async function conflict(ctx: Ctx, req: Req, unit: KeptUnit): Promise<PageReply> {
  const t = texts(ctx.lang);
  const record = { kind: 'unit', id: unit.id, acts: ['directory.unit.edit'] };
  const facts = { now: factsOf(unit), typed: factsOf(typed(req)) };
  return page({
    status: 409,
    title: t.editTitle,
    current: unitsLink,
    crumbs: [{ label: t.title, href: unitsLink }, { label: unit.name }],
    body: (
      <>
        <PageHead title={unit.name} />
        <Conflict
          {...(await conflictOf(ctx, req.form, record, facts))}
          action={unitLink(unit.id)}
          backHref={unitLink(unit.id)}
          fields={[
            { name: 'name', label: t.name },
            { name: 'collective', label: t.collective, show: tickWords(ctx) },
          ]}
        />
      </>
    ),
  });
}

/** Ends a unit on the day given. */
export async function endUnitAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const { name, isCollective } = await getKeptUnit(ctx, id);
  const again = (text: string) =>
    editForm(
      ctx,
      id,
      { name, isCollective, endOn: req.form.text('endOn'), reason: req.form.text('reason') },
      [{ fieldId: 'endOn', text }],
    );
  const on = parseDayFirstDate(req.form.text('endOn'));
  if (!on) return again(t.fault.endOn);
  const outcome = await endUnit(ctx, id, on, req.form.text('reason').slice(0, longestEndReason));
  if (!outcome.ok) return again(t.refusal[outcome.code]);
  return seeOther(unitsLink, { tone: 'ok', text: t.ended, undo: unitLink(id, 'khoi-phuc') });
}

/** Takes up a unit that had ended. */
export async function restoreUnitAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await restoreUnit(ctx, req.params.id ?? '');
  return seeOther(
    unitsLink,
    outcome.ok ? { tone: 'ok', text: t.restored } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

function typed(req: Req): Typed {
  return {
    name: req.form.text('name'),
    isCollective: req.form.text('collective') === '1',
    seen: req.form.text(seenField) || undefined,
  };
}

function newForm(ctx: Ctx, values: Typed, problems: readonly FieldProblem[] = []): PageReply {
  must(policy.create(ctx.actor));
  const t = texts(ctx.lang);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.newTitle,
    current: unitsLink,
    keepsForms: true,
    crumbs: [{ label: t.title, href: unitsLink }, { label: t.newTitle }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.newTitle} />
        <NameForm ctx={ctx} action={newUnitLink} values={values} problems={problems} />
      </>
    ),
  });
}

async function editForm(
  ctx: Ctx,
  unitId: string,
  values?: Typed,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  must(policy.edit(ctx.actor));
  const t = texts(ctx.lang);
  const unit = await getKeptUnit(ctx, unitId);
  const { inChargeOf } = await findLeadership(ctx, ctx.clock.today());
  const leaderId = inChargeOf.get(unit.id);
  const inCharge = leaderId && (await listOfficers(ctx)).find((one) => one.id === leaderId)?.fullName;
  const shown = values ?? { name: unit.name, isCollective: unit.isCollective };
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.editTitle,
    records: [{ kind: 'unit', id: unit.id }],
    current: unitsLink,
    keepsForms: true,
    crumbs: [{ label: t.title, href: unitsLink }, { label: unit.name }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={unit.name} />
        <Stack>
          <NameForm
            ctx={ctx}
            action={unitLink(unit.id)}
            values={shown}
            seen={values?.seen ?? seenText(factsOf(unit))}
            problems={problems}
          />
          {unit.endedOn === null && !unit.isCollective && <InCharge ctx={ctx} name={inCharge} />}
          <Panel id="end" title={unit.endedOn === null ? t.end : t.restore}>
            <p class="form-lead">{unit.endedOn === null ? t.endText : t.restoreText}</p>
            {unit.endedOn === null ? (
              <KeptForm action={unitLink(unit.id, 'ket-thuc')} class="form">
                <DateField
                  name="endOn"
                  label={t.endOn}
                  hint={t.endHint}
                  value={shown.endOn ?? formatDate(ctx.clock.today())}
                  error={problems.find((one) => one.fieldId === 'endOn')?.text}
                />
                <TextField
                  name="reason"
                  label={t.endReason}
                  hint={t.endReasonHint}
                  value={shown.reason}
                  maxLength={longestEndReason}
                />
                <p class="form-actions">
                  <Button kind="danger">{t.end}</Button>
                </p>
              </KeptForm>
            ) : (
              <form method="post" action={unitLink(unit.id, 'khoi-phuc')}>
                <Button>{t.restore}</Button>
              </form>
            )}
          </Panel>
        </Stack>
      </>
    ),
  });
}

/** Which leader is in charge of the unit today. */
function InCharge({ ctx, name }: { ctx: Ctx; name: string | undefined }) {
  const t = leadershipTexts(ctx.lang);
  const value = name ?? t.nobody;
  return (
    <Panel id="in-charge" title={t.onUnit.title}>
      <p>
        {value} {leadershipPolicy.set(ctx.actor).allowed && <a href={leadershipLink}>{t.onUnit.change}</a>}
      </p>
    </Panel>
  );
}

function NameForm(props: {
  ctx: Ctx;
  action: string;
  values: Typed;
  /** What a unit that exists looked like when the person opened it. */
  seen?: string;
  problems: readonly FieldProblem[];
}) {
  const t = texts(props.ctx.lang);
  return (
    <KeptForm action={props.action} class="form">
      {props.seen && <HiddenField name={seenField} value={props.seen} />}
      <TextField
        name="name"
        label={t.name}
        hint={t.nameHint}
        value={props.values.name}
        maxLength={longestUnitName}
        error={props.problems.find((one) => one.fieldId === 'name')?.text}
        required
      />
      <CheckboxField
        name="collective"
        label={t.collective}
        hint={t.collectiveHint}
        checked={props.values.isCollective}
      />
      <p class="form-actions">
        <Button kind="primary">{t.save}</Button>
        <LinkButton kind="quiet" href={unitsLink}>
          {t.back}
        </LinkButton>
      </p>
    </KeptForm>
  );
}
