import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { type Fact, Facts } from '#ui/facts/facts.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Timeline } from '#ui/timeline/timeline.tsx';
import { planLink, targetLink, targetsLink } from '../../links.ts';
import {
  loadTargetPlace,
  ObjectiveOf,
  TasksOfTarget,
  type TargetPlace,
} from '../../task-target/parts/link-panels.tsx';
import { texts as linkTexts } from '../../task-target/texts.ts';
import { targetYears } from '../parts/target-name.tsx';
import { targetWords } from '../parts/target-words.tsx';
import * as policy from '../policy.ts';
import { getTarget, listTargetEvents, type TargetEvent, type TargetRecord } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** One target: what it promises, where it stands in the plan, and what was changed of it. */
export async function targetPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const target = await getTarget(ctx, req.params.id ?? '');
  const events = await listTargetEvents(ctx, target.id);
  const place = await loadTargetPlace(ctx, target);
  return page({
    title: target.text,
    records: [{ kind: 'target', id: target.id }],
    current: targetsLink(),
    crumbs: [
      { label: target.plan.title, href: planLink(target.plan.id) },
      { label: t.list, href: targetsLink() },
      { label: t.one },
    ],
    body: (
      <>
        <PageHead
          title={target.text}
          lead={targetWords(ctx.lang, t, target)}
          actions={
            policy.edit(ctx.actor, target).allowed ? (
              <LinkButton href={targetLink(target.id, 'sua')} shortcut="E">
                {t.edit.open}
              </LinkButton>
            ) : undefined
          }
        />
        <Stack>
          {!target.isInForce && <Notice tone="neutral" title={t.replaced} />}
          <Panel id="facts" title={t.facts}>
            <Facts facts={factList(ctx, target, place)} />
          </Panel>
          <TasksOfTarget ctx={ctx} target={target} place={place} />
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

function factList(ctx: Ctx, target: TargetRecord, place: TargetPlace): Fact[] {
  const t = texts(ctx.lang);
  return [
    {
      label: linkTexts(ctx.lang).objective,
      value: <ObjectiveOf ctx={ctx} target={target} place={place} />,
    },
    { label: t.column.comparison, value: targetWords(ctx.lang, t, target) },
    { label: t.fields.metric, value: target.metric ?? t.notGiven },
    { label: t.fields.scope, value: target.denominatorScope ?? t.notGiven },
    { label: t.fields.year, value: targetYears(ctx.lang, target) },
    {
      label: t.fields.section,
      value: target.section ? t.section(target.section.code, target.section.title) : t.notGiven,
    },
    {
      label: t.fields.plan,
      value: <a href={`${planLink(target.plan.id)}#targets`}>{target.plan.title}</a>,
    },
    { label: t.column.result, value: t.noData },
  ];
}

function History({ ctx, events }: { ctx: Ctx; events: readonly TargetEvent[] }) {
  const t = texts(ctx.lang);
  return (
    <Timeline
      entries={events.map((event, index) => ({
        key: String(event.version),
        when: formatInstant(ctx.lang, event.at),
        dateTime: event.at.toISOString(),
        title: `${t.event[event.kind]} · ${event.actorName}`,
        text: [event.reason, t.before(event.before.text, targetWords(ctx.lang, t, event.before))]
          .filter(Boolean)
          .join(' · '),
        isStrong: index === 0,
      }))}
    />
  );
}
