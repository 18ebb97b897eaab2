import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { EvidencePanel, showEvidence } from '#modules/casework/index.server.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { type Fact, Facts, RailPart } from '#ui/facts/facts.tsx';
import { RecordLayout, Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Quote } from '#ui/quote/quote.tsx';
import { Timeline } from '#ui/timeline/timeline.tsx';
import { draftLink, planLink, taskLink, tasksLink } from '../../links.ts';
import { taskEvidence } from '../evidence-owner.server.ts';
import { NextStep } from '../parts/next-step.tsx';
import { SixClearPanel } from '../parts/six-clear-panel.tsx';
import { TaskClockPanel } from '../parts/task-clock.tsx';
import { TaskState } from '../parts/task-state.tsx';
import * as policy from '../policy.ts';
import { getTask, listTaskEvents, type TaskEvent, type TaskRecord } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** One task: its clock, the next action, the six clears, facts and history. */
export async function taskPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  const events = await listTaskEvents(ctx, task.id);
  const calendar = await loadOfficeCalendar(ctx);
  const evidence = await showEvidence(ctx, taskEvidence, task.id);
  const can = policy.abilities(ctx.actor, task);
  return page({
    title: task.title,
    records: [{ kind: 'task', id: task.id }],
    current: tasksLink(),
    crumbs: [
      { label: task.planTitle, href: planLink(task.planId) },
      { label: t.list, href: tasksLink() },
      { label: task.code },
    ],
    body: (
      <>
        <PageHead
          title={task.title}
          line={
            <>
              <TaskState lang={ctx.lang} task={task} /> <span>{t.record.code(task.code)}</span>{' '}
              {task.leadUnitName && <span>{task.leadUnitName}</span>}
            </>
          }
          actions={<OtherDeeds ctx={ctx} task={task} can={can} />}
        />
        <RecordLayout railLabel={t.record.facts} rail={<Rail ctx={ctx} task={task} />}>
          <Stack>
            <NextStep lang={ctx.lang} task={task} events={events} can={can} />
            <TaskClockPanel lang={ctx.lang} calendar={calendar} today={ctx.clock.today()} task={task} />
            <SixClearPanel lang={ctx.lang} task={task} mayAssign={can.assign} />
            <EvidencePanel shown={evidence} />
            <Panel id="history" title={t.record.history} count={events.length}>
              <History ctx={ctx} events={events} />
            </Panel>
          </Stack>
        </RecordLayout>
      </>
    ),
  });
}

/** What can be done beside the next step: saying anew who and until when, and giving the task up. */
function OtherDeeds({
  ctx,
  task,
  can,
}: {
  ctx: Ctx;
  task: TaskRecord;
  can: ReturnType<typeof policy.abilities>;
}) {
  const t = texts(ctx.lang).deed;
  return (
    <>
      {can.assign && task.stage !== 'draft' && (
        <LinkButton href={taskLink(task.id, 'giao')} shortcut="E">
          {t.reassign}
        </LinkButton>
      )}
      {can.cancel && <LinkButton href={taskLink(task.id, 'huy')}>{t.cancel}</LinkButton>}
    </>
  );
}

function Rail({ ctx, task }: { ctx: Ctx; task: TaskRecord }) {
  const t = texts(ctx.lang).record;
  const facts: (Fact | null)[] = [
    { label: t.assignee, value: task.assigneeName ?? t.noOne },
    { label: t.approver, value: task.approverName ?? t.noOne },
    { label: t.lead, value: task.leadUnitName ?? t.notGiven },
    {
      label: t.coordinating,
      value: task.coordinatingUnits.map((unit) => unit.name).join('; ') || t.notGiven,
    },
    task.chairLeader ? { label: t.chairLeader, value: task.chairLeader } : null,
    { label: t.product, value: task.product ?? t.notGiven },
    task.activity ? { label: t.activity, value: task.activity } : null,
    task.objective ? { label: t.objective, value: task.objective } : null,
    { label: t.dueText, value: task.dueText ?? t.notGiven },
    task.event ? { label: t.occasion, value: task.event.text, note: formatDate(task.event.on) } : null,
    task.handedIn && task.state === 'open'
      ? { label: t.handedIn, value: task.handedIn.text, note: formatDate(task.handedIn.on) }
      : null,
    task.section ? { label: t.axis, value: `${task.section.code}. ${task.section.title}` } : null,
    { label: t.plan, value: <a href={planLink(task.planId)}>{task.planTitle}</a> },
    task.note ? { label: t.note, value: task.note } : null,
  ];
  const lines = task.originLines;
  return (
    <>
      <RailPart id="facts" title={t.facts}>
        <Facts facts={facts.filter((fact) => fact !== null)} />
      </RailPart>
      {lines.length > 0 && (
        <RailPart id="origin" title={t.origin}>
          <Quote
            from={{
              label: t.originLine(lines.join(', ')),
              href:
                task.draftId && ctx.actor.grants.has('planning.plan-draft.read')
                  ? `${draftLink(task.draftId)}#dong-${lines[0]}`
                  : undefined,
            }}
          >
            {[task.title, task.activity, task.product].filter(Boolean).join(' · ')}
          </Quote>
        </RailPart>
      )}
    </>
  );
}

function History({ ctx, events }: { ctx: Ctx; events: readonly TaskEvent[] }) {
  const t = texts(ctx.lang);
  return (
    <Timeline
      entries={events.map((event, index) => ({
        key: `${event.at.toISOString()}-${event.kind}`,
        when: formatInstant(ctx.lang, event.at),
        dateTime: event.at.toISOString(),
        title: `${t.event[event.kind]} · ${event.actorName}`,
        text: wordsOf(t.record, event),
        isStrong: index === 0,
      }))}
    />
  );
}

/** What was said with an event: a note, a reason, what was made and why it is not what was declared. */
function wordsOf(t: ReturnType<typeof texts>['record'], { detail }: TaskEvent): string | undefined {
  const words = [detail.text, detail.exception && t.exceptionWas(detail.exception)].filter(Boolean);
  return words.length > 0 ? words.join(' · ') : undefined;
}
