import { noteOfficersSeen } from '#modules/directory/index.server.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Timeline } from '#ui/timeline/timeline.tsx';
import { objectiveLink, objectivesLink, planLink } from '../../links.ts';
import * as linkPolicy from '../../task-target/policy.ts';
import { discardObjective, restoreObjective } from '../commands.server.ts';
import { discardForm } from '../input.ts';
import { longestReason } from '../objective.ts';
import { TargetTable } from '../parts/objective-branch.tsx';
import * as policy from '../policy.ts';
import {
  getObjective,
  listObjectiveEvents,
  type ObjectiveEvent,
  type ObjectiveRow,
} from '../queries.server.ts';
import { texts } from '../texts.ts';
import { readTree } from '../tree.server.ts';

/** One objective: its targets with their tasks, who answers for it, and what was changed of it. */
export async function objectivePage(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const objective = await getObjective(ctx, req.params.id ?? '');
  const events = await listObjectiveEvents(ctx, objective.id);
  const filter = { planId: objective.plan.id, unitId: undefined, leaderId: undefined };
  const { branches } = await readTree(ctx, filter);
  const branch = branches.find((one) => one.objective?.id === objective.id);
  if (objective.ownerName) noteOfficersSeen(ctx, 1, ['fullName']);
  const can = (name: 'edit' | 'discard' | 'restore') => policy.may(ctx.actor, name, objective.plan).allowed;
  return page({
    title: objective.title,
    records: [{ kind: 'objective', id: objective.id }],
    current: objectivesLink(),
    crumbs: [
      { label: objective.plan.title, href: planLink(objective.plan.id) },
      { label: t.title, href: objectivesLink({ 'ke-hoach': objective.plan.id }) },
      { label: t.one },
    ],
    body: (
      <>
        <PageHead
          title={objective.title}
          lead={objective.ownerName ? t.owner(objective.ownerName) : t.noOwner}
          actions={
            can('edit') && !objective.isRemoved ? (
              <LinkButton href={objectiveLink(objective.id, 'sua')} shortcut="E">
                {t.edit}
              </LinkButton>
            ) : undefined
          }
        />
        <Stack>
          {!objective.plan.isInForce && <Notice tone="neutral" title={t.replaced} />}
          {objective.isRemoved && <Removed ctx={ctx} objective={objective} mayRestore={can('restore')} />}
          {branch && branch.targets.length > 0 ? (
            <Panel id="targets" title={t.targetsOf(formatNumber(ctx.lang, branch.targets.length))} isFlush>
              <TargetTable
                lang={ctx.lang}
                filter={filter}
                branch={branch}
                mayLink={linkPolicy.maySome(ctx.actor) && objective.plan.isInForce}
                isOpen
              />
            </Panel>
          ) : (
            <EmptyState title={t.noTargets} />
          )}
          <Panel id="facts" title={t.facts}>
            <Facts
              facts={[
                { label: t.source.label, value: t.source[objective.source] },
                {
                  label: t.column.plan,
                  value: <a href={planLink(objective.plan.id)}>{objective.plan.title}</a>,
                },
                { label: t.place, value: formatNumber(ctx.lang, objective.ordinal) },
              ]}
            />
          </Panel>
          {can('discard') && objective.source === 'hand' && !objective.isRemoved && (
            <Discard ctx={ctx} objective={objective} />
          )}
          <Panel id="history" title={t.history} count={events.length || undefined}>
            {events.length === 0 ? (
              <EmptyState title={t.unchanged} level={3} />
            ) : (
              <History ctx={ctx} events={events} />
            )}
          </Panel>
        </Stack>
      </>
    ),
  });
}

/** Throws the objective away, and goes to the others with the way back. */
export async function discardObjectiveAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const objective = await getObjective(ctx, req.params.id ?? '');
  const { reason } = discardForm.parse({ reason: req.form.text('reason') });
  const outcome = await discardObjective(ctx, objective.id, reason);
  if (!outcome.ok)
    return seeOther(objectiveLink(objective.id), { tone: 'late', text: t.refusal[outcome.code] });
  const undo = objectiveLink(objective.id, 'lay-lai');
  return seeOther(objectivesLink({ 'ke-hoach': objective.plan.id }), {
    tone: 'ok',
    text: t.done.discarded,
    undo,
  });
}

/** Brings the objective back, and opens it. */
export async function restoreObjectiveAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const objective = await getObjective(ctx, req.params.id ?? '');
  const outcome = await restoreObjective(ctx, objective.id);
  return seeOther(
    objectiveLink(objective.id),
    outcome.ok ? { tone: 'ok', text: t.done.restored } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

function Removed({ ctx, objective, mayRestore }: { ctx: Ctx; objective: ObjectiveRow; mayRestore: boolean }) {
  const t = texts(ctx.lang);
  return (
    <Notice
      tone="soon"
      title={t.removed}
      actions={
        mayRestore ? (
          <form method="post" action={objectiveLink(objective.id, 'lay-lai')}>
            <Button>{t.bringBack}</Button>
          </form>
        ) : undefined
      }
    />
  );
}

function Discard({ ctx, objective }: { ctx: Ctx; objective: ObjectiveRow }) {
  const t = texts(ctx.lang);
  return (
    <details class="fold">
      <summary>{t.discard}</summary>
      <form method="post" action={objectiveLink(objective.id, 'bo')} class="form">
        <TextField name="reason" label={t.discardReason} hint={t.discardHint} maxLength={longestReason} />
        <p class="form-actions">
          <Button>{t.discard}</Button>
        </p>
      </form>
    </details>
  );
}

function History({ ctx, events }: { ctx: Ctx; events: readonly ObjectiveEvent[] }) {
  const t = texts(ctx.lang);
  return (
    <Timeline
      entries={events.map((event, index) => ({
        key: `${event.at.toISOString()}-${event.kind}-${index}`,
        when: formatInstant(ctx.lang, event.at),
        dateTime: event.at.toISOString(),
        title: `${t.event[event.kind]} · ${event.actorName}`,
        text: [event.reason, event.text && (event.kind === 'edited' ? t.before(event.text) : event.text)]
          .filter(Boolean)
          .join(' · '),
        isStrong: index === 0,
      }))}
    />
  );
}
