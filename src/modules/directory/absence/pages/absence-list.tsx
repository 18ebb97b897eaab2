import {
  type ManyDeeds,
  manyOf,
  type PlacedList,
  type PlainList,
  plainListPage,
  rowForm,
  sorting,
} from '#modules/lists/index.server.ts';
import { noteOpening } from '#platform/audit/opening.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button } from '#ui/button/button.tsx';
import { ComboboxField, comboboxScript } from '#ui/combobox/combobox-field.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import type { Column } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { absenceLink, absencesLink } from '../../links.ts';
import type { Officer } from '../../officer/officer.ts';
import { noteOfficersSeen } from '../../officer/opening.server.ts';
import { listOfficers } from '../../officer/queries.server.ts';
import { listUnits } from '../../unit/queries.server.ts';
import { type Absence, type AbsenceState, absenceState, longestReason } from '../absence.ts';
import { absenceListShape, absenceStates } from '../absence-list.ts';
import { cancelAbsence, recordAbsence, restoreAbsence } from '../commands.server.ts';
import { absenceForm } from '../input.ts';
import { absenceRows } from '../listed.server.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';
import { absenceDeeds, reasonWords } from './change-many.tsx';

const fields = ['officerId', 'substituteId', 'fromOn', 'toOn', 'reason'] as const;
type Typed = Readonly<Partial<Record<(typeof fields)[number], string>>>;

const tones = {
  cancelled: 'paused',
  over: 'neutral',
  now: 'soon',
  'to-come': 'info',
} as const satisfies Record<AbsenceState, string>;

const many: ManyDeeds = { act: 'directory.absence.change-many', deeds: absenceDeeds, reason: reasonWords };

/** Who is away and who stands in. */
export const absenceList: PlainList<Absence> = {
  path: absencesLink,
  shape: absenceListShape,
  rows: absenceRows,
  mayRead: policy.open,
  title: (ctx) => texts(ctx.lang).title,
  caption: (ctx) => texts(ctx.lang).caption,
  words: async (ctx) => {
    const t = texts(ctx.lang);
    return {
      'trang-thai': {
        label: t.column.state,
        options: absenceStates.map((value) => ({ value, label: t.state[value] })),
      },
      'don-vi': {
        label: t.unit,
        options: (await listUnits(ctx)).map(({ id, name }) => ({ value: id, label: name })),
      },
      vang: { label: t.officer },
      'lam-thay': { label: t.substitute },
      'tu-ngay': { label: t.fromOn },
      'den-ngay': { label: t.toOn },
      'ly-do': { label: t.reason },
    };
  },
  quick: ['trang-thai', 'don-vi'],
  table: (ctx, placed, rows) => {
    noteOpening(ctx, {
      act: 'directory.absence.see',
      recordKind: 'absence-list',
      recordId: ctx.tenant.id,
      shown: { absences: rows.length, fields: ['fullName', 'unitName', 'absence'] },
    });
    return Promise.resolve(columns(ctx, placed));
  },
  rowName: (ctx, row) =>
    `${row.officerName}, ${texts(ctx.lang).days(formatDate(row.fromOn), formatDate(row.toOn))}`,
  none: (ctx) => {
    const t = texts(ctx.lang).none;
    return (
      <EmptyState icon="people" title={t.title}>
        {t.text}
      </EmptyState>
    );
  },
  file: {
    act: 'directory.absence.export',
    fileName: 'vang-mat',
    columns: (ctx) => {
      const t = texts(ctx.lang);
      const today = ctx.clock.today();
      return [
        fileColumn('vang', t.officer, (row) => row.officerName),
        fileColumn('lam-thay', t.substitute, (row) => row.substituteName),
        fileColumn('tu-ngay', t.fromOn, (row) => ({ day: row.fromOn })),
        fileColumn('den-ngay', t.toOn, (row) => ({ day: row.toOn })),
        fileColumn('ly-do', t.reason, (row) => row.reason),
        fileColumn('trang-thai', t.column.state, (row) => t.state[absenceState(row, today)]),
      ];
    },
  },
  many,
  hasRowDeeds: true,
  trash: 'absence',
};

/** What can be done with many absences at once. */
export const manyAbsences = manyOf(absenceList, many);

/** Who is away and who stands in, and the form that says so. */
export function absenceListPage(ctx: Ctx, req: Req): Promise<Reply> {
  return list(ctx, req, {});
}

/** Records an absence. */
export async function recordAbsenceAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.open(ctx.actor));
  const t = texts(ctx.lang);
  const typed: Typed = Object.fromEntries(fields.map((name) => [name, req.form.text(name)]));
  const parsed = absenceForm.safeParse(typed);
  if (!parsed.success)
    return list(ctx, req, typed, fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  const outcome = await recordAbsence(ctx, parsed.data);
  if (outcome.ok) return seeOther(absencesLink, { tone: 'ok', text: t.recorded });
  const fieldId = outcome.code === 'substitute-away' ? 'substituteId' : 'officerId';
  return list(ctx, req, typed, [{ fieldId, text: t.refusal[outcome.code] }]);
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

async function list(
  ctx: Ctx,
  req: Req,
  typed: Typed,
  problems: readonly FieldProblem[] = [],
): Promise<Reply> {
  must(policy.open(ctx.actor));
  const t = texts(ctx.lang);
  const officers = await listOfficers(ctx);
  noteOfficersSeen(ctx, officers.length, ['fullName', 'unitName']);
  return plainListPage(ctx, req, absenceList, {
    ...(problems.length > 0 && { status: 422 as const }),
    lead: t.lead,
    reply: { records: [{ kind: 'absence' }], scripts: [comboboxScript], keepsForms: true },
    problems: <ErrorSummary title={t.errorTitle} problems={problems} />,
    below: (
      <Panel id="add" title={t.add}>
        <AbsenceForm ctx={ctx} officers={officers} typed={typed} problems={problems} />
      </Panel>
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

function columns(ctx: Ctx, placed: PlacedList): Column<Absence>[] {
  const t = texts(ctx.lang);
  const today = ctx.clock.today();
  return [
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
      ...sorting(placed, 'vang'),
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
      ...sorting(placed, 'den-ngay'),
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
      isForScreen: true,
      label: t.column.deed,
      isLabelHidden: true,
      size: 'medium',
      render: (one) => (
        <Button
          size="small"
          kind="quiet"
          form={rowForm}
          formAction={absenceLink(one.id, one.isCancelled ? 'khoi-phuc' : 'huy')}
          label={one.isCancelled ? t.restoreOf(one.officerName) : t.cancelOf(one.officerName)}
        >
          {one.isCancelled ? t.restore : t.cancel}
        </Button>
      ),
    },
  ];
}
