import { addDays } from '#platform/clock/plain-date.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatWeekday } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { ownDayLink, ownDaysLink } from '../../links.ts';
import { loadWorkCalendar } from '../../working-day/queries.server.ts';
import type { DayRule } from '../../working-day/working-day.ts';
import { removeOwnDay, restoreOwnDay, setOwnDays } from '../commands.server.ts';
import { ownDayForm } from '../input.ts';
import { longestReason, type OwnDay } from '../own-day.ts';
import * as policy from '../policy.ts';
import { listOwnDays } from '../queries.server.ts';
import { texts } from '../texts.ts';

const fields = ['offOn', 'workOn', 'reason'] as const;
type Typed = Readonly<Partial<Record<(typeof fields)[number], string>>>;
/** Far enough to see the next Tết from every day. */
const shownDays = 396;

/** The office's own days, the form that enters one, and the common days to come. */
export async function ownDayListPage(ctx: Ctx): Promise<PageReply> {
  return list(ctx, {});
}

/** Enters a closing day, a working day, or a swap. */
export async function setOwnDaysAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.set(ctx.actor));
  const t = texts(ctx.lang);
  const typed: Typed = Object.fromEntries(fields.map((name) => [name, req.form.text(name)]));
  const parsed = ownDayForm.safeParse(typed);
  if (!parsed.success) return list(ctx, typed, fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  const outcome = await setOwnDays(ctx, parsed.data);
  if (outcome.ok) return seeOther(ownDaysLink, { tone: 'ok', text: t.set });
  const fieldId = outcome.code === 'works-already' ? 'workOn' : 'offOn';
  return list(ctx, typed, [{ fieldId, text: t.refusal[outcome.code] }]);
}

/** Takes a day back. */
export async function removeOwnDayAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await removeOwnDay(ctx, req.params.id ?? '');
  return seeOther(
    ownDaysLink,
    outcome.ok
      ? { tone: 'ok', text: t.removedDone, undo: ownDayLink(req.params.id ?? '', 'khoi-phuc') }
      : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** Makes a day count again. */
export async function restoreOwnDayAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await restoreOwnDay(ctx, req.params.id ?? '');
  return seeOther(
    ownDaysLink,
    outcome.ok ? { tone: 'ok', text: t.restored } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

async function list(ctx: Ctx, typed: Typed, problems: readonly FieldProblem[] = []): Promise<PageReply> {
  must(policy.set(ctx.actor));
  const t = texts(ctx.lang);
  const days = await listOwnDays(ctx);
  const about = (name: (typeof fields)[number]) => ({
    name,
    value: typed[name],
    error: problems.find((one) => one.fieldId === name)?.text,
  });
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    records: [{ kind: 'own-day' }],
    current: ownDaysLink,
    keepsForms: true,
    trash: 'own-day',
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.title} lead={t.lead} />
        <Stack>
          {days.length === 0 ? (
            <EmptyState icon="calendar" title={t.none.title}>
              {t.none.text}
            </EmptyState>
          ) : (
            <OwnDays ctx={ctx} days={days} />
          )}
          <Panel id="add" title={t.add}>
            <KeptForm action={ownDaysLink} class="form">
              <DateField {...about('offOn')} label={t.offOn} hint={t.dayHint} />
              <DateField {...about('workOn')} label={t.workOn} />
              <TextField
                {...about('reason')}
                label={t.reason}
                hint={t.reasonHint}
                maxLength={longestReason}
                required
              />
              <Button kind="primary">{t.add}</Button>
            </KeptForm>
          </Panel>
          <Panel id="common" title={t.common} isFlush>
            <CommonDays ctx={ctx} days={await commonDays(ctx)} />
          </Panel>
        </Stack>
      </>
    ),
  });
}

async function commonDays(ctx: Ctx): Promise<DayRule[]> {
  const { rules } = await loadWorkCalendar(ctx.db);
  const today = ctx.clock.today();
  const last = addDays(today, shownDays);
  return [...rules.values()].filter((rule) => rule.on >= today && rule.on <= last);
}

function CommonDays({ ctx, days }: { ctx: Ctx; days: readonly DayRule[] }) {
  const t = texts(ctx.lang);
  return (
    <Table<DayRule>
      caption={t.commonCaption}
      rows={days}
      rowKey={(day) => day.on}
      frame="none"
      columns={[
        {
          key: 'on',
          label: t.column.on,
          size: 'long',
          render: (day) => `${formatDate(day.on)}, ${formatWeekday(ctx.lang, day.on)}`,
        },
        {
          key: 'reason',
          label: t.column.reason,
          priority: 'lead',
          render: (day) => (ctx.lang === 'vi' ? day.name : day.nameEn),
        },
        { key: 'kind', label: t.column.kind, size: 'short', render: (day) => t.kind[day.kind] },
        {
          key: 'certainty',
          label: t.column.certainty,
          size: 'medium',
          render: (day) => t.certainty[day.certainty],
        },
      ]}
    />
  );
}

function OwnDays({ ctx, days }: { ctx: Ctx; days: readonly OwnDay[] }) {
  const t = texts(ctx.lang);
  return (
    <Table<OwnDay>
      caption={t.caption}
      rows={days}
      rowKey={(day) => day.id}
      columns={[
        {
          key: 'on',
          label: t.column.on,
          priority: 'lead',
          render: (day) => `${formatDate(day.on)}, ${formatWeekday(ctx.lang, day.on)}`,
        },
        {
          key: 'kind',
          label: t.column.kind,
          size: 'medium',
          render: (day) =>
            day.isRemoved ? (
              <Tag tone="paused">{t.removed}</Tag>
            ) : (
              <Tag tone={day.kind === 'off' ? 'neutral' : 'ok'}>{t.kind[day.kind]}</Tag>
            ),
        },
        { key: 'reason', label: t.column.reason, size: 'long', render: (day) => day.reason },
        {
          key: 'deed',
          label: t.column.deed,
          isLabelHidden: true,
          size: 'medium',
          render: (day) => (
            <form method="post" action={ownDayLink(day.id, day.isRemoved ? 'khoi-phuc' : 'bo')}>
              <Button
                size="small"
                kind="quiet"
                label={(day.isRemoved ? t.restoreOf : t.removeOf)(formatDate(day.on))}
              >
                {day.isRemoved ? t.restore : t.remove}
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}
