import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { holdRecord } from '#platform/conflict/conflict.server.ts';
import { isAsSeen, seenField, seenText } from '#platform/conflict/seen.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { CheckboxField } from '#ui/field/choice-field.tsx';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { AccountPanel, type AccountTyped } from '../../account/parts/account-panel.tsx';
import { officerLink, officersLink } from '../../links.ts';
import { listRoles } from '../../role/queries.server.ts';
import { listUnits } from '../../unit/queries.server.ts';
import { longestEndReason } from '../../unit/unit.ts';
import { editOfficer, endOfficer, moveOfficer, restoreOfficer } from '../administer.server.ts';
import { moveForm, officerForm } from '../input.ts';
import { personConflict, personFacts, placeConflict, placeFacts } from './officer-conflict.tsx';
import { getKeptOfficer } from '../kept.server.ts';
import type { KeptOfficer } from '../officer.ts';
import { noteOfficerSeen } from '../opening.server.ts';
import { errorOf, PersonFields, UnitField } from '../parts/officer-fields.tsx';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** What was typed into one of the forms of the page, to be shown again beside what is wrong. */
export interface OfficerTyped {
  readonly person?: { fullName: string; positionTitle: string; isHead: boolean };
  readonly move?: { unitId: string; movedTitle: string; movedHead: boolean };
  /** What was seen when the editing of that form began. */
  readonly seen?: string;
  readonly endOn?: string;
  readonly endReason?: string;
  readonly account?: AccountTyped;
}

/** One officer: person, unit, account, end. */
export async function officerPage(ctx: Ctx, req: Req): Promise<PageReply> {
  return officerForms(ctx, req.params.id ?? '');
}

/** Corrects name and position. */
export async function editOfficerAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const parsed = officerForm.safeParse(req.form.all());
  if (!parsed.success) {
    const person = {
      fullName: req.form.text('fullName'),
      positionTitle: req.form.text('positionTitle'),
      isHead: req.form.text('isHead') === '1',
    };
    const seen = req.form.text(seenField);
    return officerForms(
      ctx,
      id,
      { person, seen },
      fieldProblems(parsed.error.issues, t.fault, t.fault.other),
    );
  }
  const officer = await heldOfficer(ctx, id);
  const now = personFacts(officer);
  if (!isAsSeen(req.form, now)) {
    return personConflict(ctx, req, { officer, now, typed: personFacts(parsed.data) });
  }
  await editOfficer(ctx, id, parsed.data);
  return seeOther(officerLink(id), { tone: 'ok', text: t.edited });
}

/** Moves an officer to another unit. */
export async function moveOfficerAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const parsed = moveForm.safeParse(req.form.all());
  const move = {
    unitId: req.form.text('unitId'),
    movedTitle: req.form.text('movedTitle'),
    movedHead: req.form.text('movedHead') === '1',
  };
  if (!parsed.success)
    return officerForms(
      ctx,
      id,
      { move, seen: req.form.text(seenField) },
      fieldProblems(parsed.error.issues, t.fault, t.fault.other),
    );
  const to = {
    unitId: parsed.data.unitId as Id<'unit'>,
    positionTitle: parsed.data.movedTitle,
    isHead: parsed.data.movedHead,
  };
  const officer = await heldOfficer(ctx, id);
  const now = placeFacts(officer);
  if (!isAsSeen(req.form, now)) return placeConflict(ctx, req, { officer, now, typed: placeFacts(to) });
  const outcome = await moveOfficer(ctx, id, to);
  if (outcome.ok) return seeOther(officerLink(id), { tone: 'ok', text: t.moved });
  return officerForms(ctx, id, { move, seen: req.form.text(seenField) }, [
    { fieldId: 'unitId', text: t.refusal[outcome.code] },
  ]);
}

/** An officer whom nobody else changes until the request ends. */
async function heldOfficer(ctx: Ctx, officerId: string): Promise<KeptOfficer> {
  must(policy.edit(ctx.actor));
  await holdRecord(ctx, 'directory.officer', officerId);
  return getKeptOfficer(ctx, officerId);
}

/** Says that an officer has left. */
export async function endOfficerAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const typed = { endOn: req.form.text('endOn'), endReason: req.form.text('endReason') };
  const on = parseDayFirstDate(typed.endOn);
  if (!on) return officerForms(ctx, id, typed, [{ fieldId: 'endOn', text: t.fault.endOn }]);
  const outcome = await endOfficer(ctx, id, on, typed.endReason.slice(0, longestEndReason));
  if (outcome.ok) {
    return seeOther(officersLink, { tone: 'ok', text: t.ended, undo: officerLink(id, 'khoi-phuc') });
  }
  return officerForms(ctx, id, typed, [{ fieldId: 'endOn', text: t.refusal[outcome.code] }]);
}

/** Says that an officer is back. */
export async function restoreOfficerAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const outcome = await restoreOfficer(ctx, id);
  return seeOther(
    officerLink(id),
    outcome.ok ? { tone: 'ok', text: t.restored } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** The page with its forms, each as it is stored or as it was typed. */
export async function officerForms(
  ctx: Ctx,
  officerId: string,
  typed: OfficerTyped = {},
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  must(policy.edit(ctx.actor));
  const t = texts(ctx.lang);
  const officer = await getKeptOfficer(ctx, officerId);
  const { account } = officer;
  noteOfficerSeen(ctx, officer.id, ['fullName', 'positionTitle', 'unitName', 'signInName', 'roles']);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: officer.fullName,
    records: [{ kind: 'officer', id: officer.id }, ...(account ? [{ kind: 'account', id: account.id }] : [])],
    current: officersLink,
    keepsForms: true,
    crumbs: [{ label: t.title, href: officersLink }, { label: officer.fullName }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={officer.fullName} lead={`${officer.positionTitle} · ${officer.unitName}`} />
        <Stack>
          {officer.endedOn === null && (
            <AccountPanel
              lang={ctx.lang}
              officer={officer}
              roles={await listRoles(ctx)}
              typed={typed.account}
              problems={problems}
            />
          )}
          <Panel id="person" title={t.person}>
            <KeptForm action={officerLink(officer.id)} class="form">
              <HiddenField
                name={seenField}
                value={(typed.person && typed.seen) || seenText(personFacts(officer))}
              />
              <PersonFields lang={ctx.lang} values={typed.person ?? officer} problems={problems} />
              <Button>{t.save}</Button>
            </KeptForm>
          </Panel>
          {officer.endedOn === null && (
            <Panel id="move" title={t.move}>
              <p class="form-lead">{t.moveText}</p>
              <KeptForm action={officerLink(officer.id, 'chuyen')} class="form">
                <HiddenField
                  name={seenField}
                  value={(typed.move && typed.seen) || seenText(placeFacts(officer))}
                />
                <UnitField
                  lang={ctx.lang}
                  label={t.moveTo}
                  units={await listUnits(ctx)}
                  value={typed.move?.unitId ?? ''}
                  problems={problems}
                />
                <TextField
                  name="movedTitle"
                  label={t.position}
                  value={typed.move?.movedTitle ?? officer.positionTitle}
                  error={errorOf(problems, 'movedTitle')}
                />
                <CheckboxField name="movedHead" label={t.isHead} checked={typed.move?.movedHead} />
                <Button>{t.move}</Button>
              </KeptForm>
            </Panel>
          )}
          <Ending ctx={ctx} officer={officer} typed={typed} problems={problems} />
        </Stack>
      </>
    ),
  });
}

function Ending(props: {
  ctx: Ctx;
  officer: KeptOfficer;
  typed: OfficerTyped;
  problems: readonly FieldProblem[];
}) {
  const { ctx, officer } = props;
  const t = texts(ctx.lang);
  if (officer.endedOn !== null) {
    return (
      <Panel id="end" title={t.leftOn(formatDate(officer.endedOn))}>
        <p class="form-lead">{t.restoreText}</p>
        <form method="post" action={officerLink(officer.id, 'khoi-phuc')}>
          <Button>{t.restore}</Button>
        </form>
      </Panel>
    );
  }
  return (
    <Panel id="end" title={t.end}>
      <p class="form-lead">{t.endText}</p>
      <KeptForm action={officerLink(officer.id, 'ket-thuc')} class="form">
        <DateField
          name="endOn"
          label={t.endOn}
          hint={t.endHint}
          value={props.typed.endOn ?? formatDate(ctx.clock.today())}
          error={errorOf(props.problems, 'endOn')}
        />
        <TextField
          name="endReason"
          label={t.endReason}
          hint={t.endReasonHint}
          value={props.typed.endReason}
          maxLength={longestEndReason}
        />
        <p class="form-actions">
          <Button kind="danger">{t.end}</Button>
        </p>
      </KeptForm>
    </Panel>
  );
}
