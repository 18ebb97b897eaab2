import { noteOpening } from '#platform/audit/opening.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button } from '#ui/button/button.tsx';
import { ComboboxField, comboboxScript } from '#ui/combobox/combobox-field.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { absenceLink, absencesLink } from '../../links.ts';
import type { Officer } from '../../officer/officer.ts';
import { listOfficers } from '../../officer/queries.server.ts';
import { type Absence, type AbsenceState, absenceState, longestReason } from '../absence.ts';
import { cancelAbsence, recordAbsence, restoreAbsence } from '../commands.server.ts';
import { absenceForm } from '../input.ts';
import * as policy from '../policy.ts';
import { listAbsences } from '../queries.server.ts';
import { texts } from '../texts.ts';

const fields = ['officerId', 'substituteId', 'fromOn', 'toOn', 'reason'] as const;
type Typed = Readonly<Partial<Record<(typeof fields)[number], string>>>;

const tones = {
  cancelled: 'paused',
  over: 'neutral',
  now: 'soon',
  'to-come': 'info',
} as const satisfies Record<AbsenceState, string>;

/** Who is away and who stands in, and the form that says so. */
export async function absenceListPage(ctx: Ctx): Promise<PageReply> {
  return list(ctx, {});
}

/** Records an absence. */
export async function recordAbsenceAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.open(ctx.actor));
  const t = texts(ctx.lang);
  const typed: Typed = Object.fromEntries(fields.map((name) => [name, req.form.text(name)]));
  const parsed = absenceForm.safeParse(typed);
  if (!parsed.success) return list(ctx, typed, fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  const outcome = await recordAbsence(ctx, parsed.data);
  if (outcome.ok) return seeOther(absencesLink, { tone: 'ok', text: t.recorded });
  const fieldId = outcome.code === 'substitute-away' ? 'substituteId' : 'officerId';
  return list(ctx, typed, [{ fieldId, text: t.refusal[outcome.code] }]);
}

/** Takes an absence back. */
export async function cancelAbsenceAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await cancelAbsence(ctx, req.params.id ?? '');
  return seeOther(
    absencesLink,
    outcome.ok
      ? { tone: 'ok', text: t.cancelledDone, undo: absenceLink(req.params.id ?? '', 'khoi-phuc') }
      : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** Makes an absence count again. */
export async function restoreAbsenceAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await restoreAbsence(ctx, req.params.id ?? '');
  return seeOther(
    absencesLink,
    outcome.ok ? { tone: 'ok', text: t.restored } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

async function list(ctx: Ctx, typed: Typed, problems: readonly FieldProblem[] = []): Promise<PageReply> {
  must(policy.open(ctx.actor));
  const t = texts(ctx.lang);
  const [absences, officers] = [await listAbsences(ctx), await listOfficers(ctx)];
  noteOpening(ctx, {
    act: 'directory.absence.see',
    recordKind: 'absence-list',
    recordId: ctx.tenant.id,
    shown: {
      absences: absences.length,
      officers: officers.length,
      fields: ['fullName', 'unitName', 'absence'],
    },
  });
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    records: [{ kind: 'absence' }],
    current: absencesLink,
    scripts: [comboboxScript],
    keepsForms: true,
    trash: 'absence',
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.title} lead={t.lead} />
        <Stack>
          {absences.length === 0 ? (
            <EmptyState icon="people" title={t.none.title}>
              {t.none.text}
            </EmptyState>
          ) : (
            <AbsenceTable ctx={ctx} absences={absences} />
          )}
          <Panel id="add" title={t.add}>
            <AbsenceForm ctx={ctx} officers={officers} typed={typed} problems={problems} />
          </Panel>
        </Stack>
      </>
    ),
  });
}

function AbsenceForm(props: {
  ctx: Ctx;
  officers: readonly Officer[];
  typed: Typed;
  problems: readonly FieldProblem[];
}) {
  const t = texts(props.ctx.lang);
  const option = (one: Officer) => ({ value: one.id, label: `${one.fullName} · ${one.unitName}` });
  const absent = props.officers.filter((one) => policy.record(props.ctx.actor, one).allowed);
  const about = (name: (typeof fields)[number]) => ({
    name,
    value: props.typed[name],
    error: props.problems.find((one) => one.fieldId === name)?.text,
    required: true,
  });
  return (
    <KeptForm action={absencesLink} class="form">
      <ComboboxField
        words={t.finding}
        {...about('officerId')}
        label={t.officer}
        emptyLabel={t.choose}
        options={absent.map(option)}
      />
      <ComboboxField
        words={t.finding}
        {...about('substituteId')}
        label={t.substitute}
        emptyLabel={t.choose}
        options={props.officers.map(option)}
      />
      <DateField {...about('fromOn')} label={t.fromOn} hint={t.dayHint} />
      <DateField {...about('toOn')} label={t.toOn} hint={t.dayHint} />
      <TextField {...about('reason')} label={t.reason} hint={t.reasonHint} maxLength={longestReason} />
      <Button kind="primary">{t.add}</Button>
    </KeptForm>
  );
}

function AbsenceTable({ ctx, absences }: { ctx: Ctx; absences: readonly Absence[] }) {
  const t = texts(ctx.lang);
  const today = ctx.clock.today();
  return (
    <Table<Absence>
      caption={t.caption}
      rows={absences}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'officer',
          label: t.column.officer,
          priority: 'lead',
          render: (one) => (
            <>
              {one.officerName}
              <small>{one.reason}</small>
            </>
          ),
        },
        {
          key: 'substitute',
          label: t.column.substitute,
          size: 'long',
          render: (one) => one.substituteName,
        },
        {
          key: 'days',
          label: t.column.days,
          size: 'long',
          render: (one) => t.days(formatDate(one.fromOn), formatDate(one.toOn)),
        },
        {
          key: 'state',
          label: t.column.state,
          size: 'medium',
          render: (one) => {
            const state = absenceState(one, today);
            return <Tag tone={tones[state]}>{t.state[state]}</Tag>;
          },
        },
        {
          key: 'deed',
          label: t.column.deed,
          isLabelHidden: true,
          size: 'medium',
          render: (one) => (
            <form method="post" action={absenceLink(one.id, one.isCancelled ? 'khoi-phuc' : 'huy')}>
              <Button
                size="small"
                kind="quiet"
                label={one.isCancelled ? t.restoreOf(one.officerName) : t.cancelOf(one.officerName)}
              >
                {one.isCancelled ? t.restore : t.cancel}
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}
