import type { Rung } from '#modules/casework/index.server.ts';
import { remindersLink } from '#modules/casework/links.ts';
import { type Officer, listOfficers, noteOfficersSeen } from '#modules/directory/index.server.ts';
import { monthBefore, monthOf, parseMonth, type ReviewMonth } from '../../unit-head-review/review-month.ts';
import { monthName } from '../../unit-head-review/month-name.ts';
import { leadershipLink } from '#modules/directory/links.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { escalationLink, escalationOffLink, escalationPreviewLink, taskLink } from '../../links.ts';
import { switchLadderOn } from '../commands.server.ts';
import { type Ladder, rungs } from '../escalation.ts';
import { switchForm } from '../input.ts';
import { escalationsBy } from '../late-tasks.server.ts';
import { StepSentences } from '../parts/step-sentences.tsx';
import { listWouldBeTold, type WouldBeTold } from '../past-month.server.ts';
import * as policy from '../policy.ts';
import { listLadders } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { findUnheard } from '../unheard.server.ts';

/** Whom the latest ladder would have told in a month that is over, and the only place where it is switched on. */
export function previewPage(ctx: Ctx, req: Req): Promise<PageReply> {
  return preview(ctx, req);
}

/** Switches the ladder on that was shown. */
export async function switchOnAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.turn(ctx.actor));
  const t = texts(ctx.lang);
  const typed = { version: req.form.text('version'), from: req.form.text('from') };
  const parsed = switchForm.safeParse(typed);
  if (!parsed.success) return preview(ctx, req, typed.from, [{ fieldId: 'from', text: t.refusal.day }]);
  const { version, from: validFrom } = parsed.data;
  const outcome = await switchLadderOn(ctx, { version, validFrom });
  if (!outcome.ok) return preview(ctx, req, typed.from, [{ fieldId: 'from', text: t.refusal[outcome.code] }]);
  const text = t.turnedOn(formatDate(validFrom));
  return seeOther(escalationLink(), { tone: 'ok', text, undo: escalationOffLink });
}

async function preview(
  ctx: Ctx,
  req: Req,
  typed?: string,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const [ladder] = await listLadders(ctx);
  const today = ctx.clock.today();
  const asked = req.query.get('thang') ?? '';
  const found = parseMonth(asked.trim());
  const month = found && found.first <= today ? found : monthBefore(monthOf(today));
  const isWrong = asked !== '' && month !== found;
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.preview.title,
    current: remindersLink(),
    keepsForms: true,
    crumbs: [
      { label: t.ledger, href: remindersLink() },
      { label: t.title, href: escalationLink() },
      { label: t.preview.title },
    ],
    body: (
      <>
        <ErrorSummary title={t.form.errorTitle} problems={problems} />
        <PageHead title={t.preview.title} lead={t.preview.lead(monthName(month))} />
        {ladder ? (
          <>
            <FilterBar action={escalationPreviewLink()} submitLabel={t.preview.show}>
              <TextField
                name="thang"
                label={t.preview.month}
                value={isWrong ? asked.slice(0, 10) : monthName(month)}
                width="short"
                error={isWrong ? t.preview.wrongMonth : undefined}
              />
            </FilterBar>
            <Stack>
              <Panel
                id="steps"
                title={t.version(formatNumber(ctx.lang, ladder.version), formatDate(ladder.validFrom))}
              >
                <StepSentences lang={ctx.lang} steps={ladder.steps} />
              </Panel>
              {await told(ctx, ladder, month, req.query.get('nguoi') ?? '')}
              {await firstMorning(ctx, ladder)}
              {policy.turn(ctx.actor).allowed && (
                <SwitchOn ctx={ctx} ladder={ladder} typed={typed} problems={problems} />
              )}
            </Stack>
          </>
        ) : (
          <EmptyState title={t.preview.noLadder.title} action={<a href={escalationLink()}>{t.title}</a>}>
            {t.preview.noLadder.text}
          </EmptyState>
        )}
      </>
    ),
  });
}

/** How often each person would have been told, or what one of them would have been told. */
async function told(ctx: Ctx, ladder: Ladder, month: ReviewMonth, personId: string) {
  const t = texts(ctx.lang).preview;
  const all = await listWouldBeTold(ctx, ladder.steps, month);
  const officers = new Map((await listOfficers(ctx)).map((one) => [one.id as string, one]));
  noteOfficersSeen(ctx, officers.size, ['fullName', 'unitName']);
  if (all.length === 0)
    return (
      <EmptyState icon="bell" title={t.none.title}>
        {t.none.text}
      </EmptyState>
    );
  const unheard = await findUnheard(ctx, all);
  const theirs = all.filter((one) => one.officerId === personId);
  if (theirs.length > 0) {
    const name = officers.get(personId)?.fullName ?? t.unknown;
    return (
      <Panel id="told" title={t.listOf(name)} count={theirs.length}>
        <Table
          caption={t.list}
          rows={theirs}
          rowKey={(one) => `${one.taskId} ${one.on}`}
          columns={taskColumns(ctx)}
          frame="none"
        />
        <p>
          <a href={escalationPreviewLink({ thang: month.key })}>{t.everybody}</a>
        </p>
      </Panel>
    );
  }
  const deaf = new Set([...unheard].map((one) => one.officerId));
  const names = [...deaf].map((id) => officers.get(id)?.fullName ?? t.unknown);
  return (
    <>
      {unheard.size > 0 && (
        <Notice
          tone="late"
          title={t.unheard.title(formatNumber(ctx.lang, unheard.size))}
          actions={
            ctx.actor.grants.has('directory.leadership.set') && (
              <LinkButton href={leadershipLink}>{t.unheard.link}</LinkButton>
            )
          }
        >
          {t.unheard.text(names.join(', '))}
        </Notice>
      )}
      <Panel id="told" title={t.caption} note={t.facts}>
        <Table
          caption={t.caption}
          rows={byPerson(all, unheard)}
          rowKey={(one) => one.officerId}
          columns={personColumns(ctx, officers, month)}
          frame="none"
        />
      </Panel>
    </>
  );
}

interface PersonRow {
  readonly officerId: string;
  readonly total: number;
  /** Of them, those that would not arrive. */
  readonly unheard: number;
  readonly counts: Readonly<Partial<Record<Rung, number>>>;
}

/** The most often told first. */
function byPerson(all: readonly WouldBeTold[], unheard: ReadonlySet<WouldBeTold>): PersonRow[] {
  return [...new Set(all.map((one) => one.officerId))]
    .map((officerId) => ({ officerId, theirs: all.filter((one) => one.officerId === officerId) }))
    .map(({ officerId, theirs }) => ({
      officerId,
      total: theirs.length,
      unheard: theirs.filter((one) => unheard.has(one)).length,
      counts: Object.fromEntries(
        rungs.map((rung) => [rung, theirs.filter((one) => one.rung === rung).length]),
      ),
    }))
    .toSorted((a, b) => b.total - a.total || a.officerId.localeCompare(b.officerId));
}

function personColumns(
  ctx: Ctx,
  officers: ReadonlyMap<string, Officer>,
  month: ReviewMonth,
): Column<PersonRow>[] {
  const t = texts(ctx.lang);
  const say = (value: number) => formatNumber(ctx.lang, value);
  return [
    {
      key: 'who',
      label: t.preview.who,
      priority: 'lead',
      render: (one) => {
        const officer = officers.get(one.officerId);
        return (
          <>
            {officer?.fullName ?? t.preview.unknown}
            {officer && <small>{officer.unitName}</small>}
            {one.unheard > 0 && <Tag tone="late">{t.preview.unheard.mark(say(one.unheard))}</Tag>}
          </>
        );
      },
    },
    ...rungs.map((rung) => ({
      key: rung,
      label: t.rung[rung],
      size: 'short' as const,
      align: 'end' as const,
      render: (one: PersonRow) => say(one.counts[rung] ?? 0),
    })),
    {
      key: 'total',
      label: t.preview.total,
      size: 'short',
      align: 'end',
      render: (one) => (
        <a
          href={escalationPreviewLink({ thang: month.key, nguoi: one.officerId })}
          aria-label={`${t.preview.total}: ${say(one.total)}`}
        >
          {say(one.total)}
        </a>
      ),
    },
  ];
}

function taskColumns(ctx: Ctx): Column<WouldBeTold>[] {
  const t = texts(ctx.lang);
  return [
    {
      key: 'task',
      label: t.preview.task,
      priority: 'lead',
      render: (one) => (
        <a href={taskLink(one.taskId)}>
          {one.code} {one.title}
        </a>
      ),
    },
    { key: 'due', label: t.preview.due, size: 'short', render: (one) => formatDate(one.dueOn) },
    { key: 'on', label: t.preview.on, size: 'short', render: (one) => formatDate(one.on) },
    { key: 'rung', label: t.preview.asRung, size: 'medium', render: (one) => t.rung[one.rung] },
  ];
}

async function firstMorning(ctx: Ctx, ladder: Ladder) {
  const t = texts(ctx.lang).preview.first;
  const all = await escalationsBy(ctx, ladder.steps, ctx.clock.today());
  const people = new Set(all.map((one) => one.officerId)).size;
  const tasks = new Set(all.map((one) => one.recordId)).size;
  const say = (value: number) => formatNumber(ctx.lang, value);
  const tellings = all.map(({ recordId, officerId }) => ({ taskId: recordId, officerId }));
  const unheard = (await findUnheard(ctx, tellings)).size;
  return (
    <Notice tone={unheard > 0 ? 'late' : 'info'} title={t.title}>
      {tasks === 0 ? t.none : t.some(say(people), say(tasks))}
      {unheard > 0 && ` ${t.unheard(say(unheard))}`}
    </Notice>
  );
}

function SwitchOn(props: {
  ctx: Ctx;
  ladder: Ladder;
  typed: string | undefined;
  problems: readonly FieldProblem[];
}) {
  const { ctx, ladder, typed, problems } = props;
  const t = texts(ctx.lang).turnOn;
  return (
    <Panel id="turn-on" title={t.title}>
      {ladder.state === 'on' ? (
        <p>{t.already}</p>
      ) : (
        <KeptForm action={escalationPreviewLink()} class="form">
          <HiddenField name="version" value={String(ladder.version)} />
          <DateField
            name="from"
            label={t.from}
            hint={t.hint}
            value={typed ?? formatDate(ctx.clock.today())}
            error={problems.find(({ fieldId }) => fieldId === 'from')?.text}
          />
          <p class="form-actions">
            <Button kind="primary">{t.button}</Button>
          </p>
        </KeptForm>
      )}
    </Panel>
  );
}
