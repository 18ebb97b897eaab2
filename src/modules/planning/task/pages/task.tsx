import type { ComponentChildren } from 'preact';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import {
  type DatedEntry,
  EvidencePanel,
  FollowButton,
  Followers,
  listPapersAbout,
  noteEntries,
  PapersAbout,
  showEvidence,
  showFollowers,
  showNotes,
  UseAsEvidence,
  WriteNote,
} from '#modules/casework/index.server.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
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
import { AddToCalendar } from '../../calendar-feed/parts/calendar-links.tsx';
import { conclusionFacts } from '../../conclusion/parts/of-conclusion.tsx';
import { ContributionPanel } from '../../contribution/parts/contribution-panel.tsx';
import { listContributions } from '../../contribution/queries.server.ts';
import { periodWords } from '../../occurrence/parts/period-words.tsx';
import { OccurrenceStrip, OfSeries, SeriesNotice } from '../../occurrence/parts/occurrence-strip.tsx';
import { listOccurrences } from '../../occurrence/queries.server.ts';
import { Timeline, type TimelineEntry } from '#ui/timeline/timeline.tsx';
import * as dependencyPolicy from '../../dependency/policy.ts';
import { DependencyPanels, OpenPredecessors } from '../../dependency/parts/dependency-panel.tsx';
import { listDependencies } from '../../dependency/queries.server.ts';
import { loadTargetsOfTask, TargetsOfTask } from '../../task-target/parts/link-panels.tsx';
import * as subTaskPolicy from '../../sub-task/policy.ts';
import { OfTask, SubTaskPanel } from '../../sub-task/parts/sub-task-panel.tsx';
import { listSubTasks } from '../../sub-task/queries.server.ts';
import { draftLink, taskLink, tasksLink } from '../../links.ts';
import { DueChangeLink, DueChangePanel } from '../../due-change/parts/due-change-panel.tsx';
import { listDueChanges } from '../../due-change/queries.server.ts';
import { DiscardTask, documentFacts, EditDocumentLink } from '../../task-from-above/parts/from-above.tsx';
import { ToldPanel } from '../../task-reminder/parts/told-panel.tsx';
import { findToldOfTask } from '../../task-reminder/told-of-task.server.ts';
import { TemplateDeeds } from '../../task-template/parts/template-deeds.tsx';
import { madeFromFacts } from '../../task-template/parts/made-from.tsx';
import { dueSetAt } from '../counted-days.server.ts';
import { taskEvidence } from '../evidence-owner.server.ts';
import { taskOwner } from '../record-owner.server.ts';
import { NextStep } from '../parts/next-step.tsx';
import { SixClearPanel } from '../parts/six-clear-panel.tsx';
import { TaskClockPanel } from '../parts/task-clock.tsx';
import { sourceCrumb } from '../source-crumb.ts';
import { TaskState } from '../parts/task-state.tsx';
import * as policy from '../policy.ts';
import { getTask, listTaskEvents, type TaskEvent, type TaskRecord } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** Steps at which it matters to the one at work that something else must be finished first. */
const waitsForOthers: readonly TaskRecord['stage'][] = ['assigned', 'accepted', 'in-progress', 'sent-back'];

/** One task: its clock, the next action, the six clears, facts and history. */
export async function taskPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  const events = await listTaskEvents(ctx, task.id);
  const calendar = await loadOfficeCalendar(ctx);
  const evidence = await showEvidence(ctx, taskEvidence, task.id);
  const seriesId = task.nature === 'series' ? task.id : task.nature === 'occurrence' ? task.parentId : null;
  const occurrences = seriesId ? await listOccurrences(ctx, seriesId) : [];
  const subTasks = await listSubTasks(ctx, task.id);
  const { predecessors, successors } = await listDependencies(ctx, task.id);
  const targets = await loadTargetsOfTask(ctx, task);
  const isShared = task.nature !== 'series' && task.coordinatingUnits.length > 0;
  const contributions = isShared ? await listContributions(ctx, task.id) : [];
  const notes = await showNotes(ctx, taskOwner, task.id);
  const followers = await showFollowers(ctx, taskOwner, task.id);
  const told = await findToldOfTask(ctx, task.id);
  const can = policy.abilities(ctx.actor, task);
  const dueChange = (await listDueChanges(ctx, task)).find((one) => one.state === 'open');
  const madeFrom = [...(await conclusionFacts(ctx, task)), ...(await madeFromFacts(ctx, task))];
  const papers = await listPapersAbout(ctx, { kind: 'task', id: task.id });
  const history = historyOf(ctx, events, noteEntries(notes));
  return page({
    title: task.title,
    records: [{ kind: 'task', id: task.id }],
    current: tasksLink(),
    keepsForms: true,
    crumbs: [sourceCrumb(ctx.lang, task), { label: t.list, href: tasksLink() }, { label: task.code }],
    body: (
      <>
        <PageHead
          title={task.title}
          line={
            <>
              <TaskState lang={ctx.lang} task={task} /> <span>{t.record.code(task.code)}</span>{' '}
              {task.taskPeriod && <span>{periodWords(ctx.lang, task.taskPeriod)}</span>}{' '}
              {task.leadUnitName && <span>{task.leadUnitName}</span>}
            </>
          }
          actions={
            <>
              <OtherDeeds ctx={ctx} task={task} can={can} />
              <EditDocumentLink ctx={ctx} task={task} />
              <DiscardTask ctx={ctx} task={task} events={events} />
              <DueChangeLink ctx={ctx} task={task} open={dueChange} />
              <TemplateDeeds ctx={ctx} task={task} />
              <AddToCalendar ctx={ctx} task={task} />
              <UseAsEvidence ctx={ctx} kind="task" id={task.id} />
              <FollowButton shown={followers} />
            </>
          }
        />
        <RecordLayout
          railLabel={t.record.facts}
          rail={
            <Rail
              ctx={ctx}
              task={task}
              madeFrom={madeFrom}
              followers={
                <>
                  <ToldPanel lang={ctx.lang} taskId={task.id} told={told} />
                  <Followers shown={followers} />
                </>
              }
            />
          }
        >
          <Stack>
            {task.nature === 'series' && <SeriesNotice ctx={ctx} occurrences={occurrences} />}
            {(task.nature !== 'series' || task.stage === 'draft' || task.state === 'cancelled') && (
              <NextStep lang={ctx.lang} task={task} events={events} can={can} />
            )}
            {waitsForOthers.includes(task.stage) && (
              <OpenPredecessors ctx={ctx} predecessors={predecessors} />
            )}
            {task.nature === 'sub-task' && task.parentId && <OfTask ctx={ctx} parentId={task.parentId} />}
            {task.nature === 'occurrence' && seriesId && <OfSeries ctx={ctx} seriesId={seriesId} />}
            {task.nature !== 'series' && (
              <TaskClockPanel
                lang={ctx.lang}
                calendar={calendar}
                today={ctx.clock.today()}
                task={task}
                setAt={dueSetAt(events)}
              />
            )}
            <DueChangePanel
              lang={ctx.lang}
              actor={ctx.actor}
              calendar={calendar}
              task={task}
              open={dueChange}
            />
            <SixClearPanel lang={ctx.lang} task={task} mayAssign={can.assign} />
            <SubTaskPanel
              ctx={ctx}
              calendar={calendar}
              taskId={task.id}
              subTasks={subTasks}
              mayAdd={subTaskPolicy.add(ctx.actor, task).allowed}
            />
            <DependencyPanels
              ctx={ctx}
              calendar={calendar}
              taskId={task.id}
              predecessors={predecessors}
              successors={successors}
              mayAdd={dependencyPolicy.add(ctx.actor, task).allowed}
            />
            <TargetsOfTask ctx={ctx} task={task} targets={targets} />
            <OccurrenceStrip ctx={ctx} calendar={calendar} occurrences={occurrences} shownId={task.id} />
            <ContributionPanel lang={ctx.lang} taskId={task.id} contributions={contributions} />
            <EvidencePanel shown={evidence} />
            <PapersAbout ctx={ctx} papers={papers} about={{ viec: task.id }} />
            <WriteNote shown={notes} />
            <Panel id="history" title={t.record.history} count={history.length}>
              <Timeline entries={history} />
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

function Rail({
  ctx,
  task,
  madeFrom,
  followers,
}: {
  ctx: Ctx;
  task: TaskRecord;
  madeFrom: readonly Fact[];
  followers: ComponentChildren;
}) {
  const t = texts(ctx.lang).record;
  const source = sourceCrumb(ctx.lang, task);
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
    task.firstDueOn && task.firstDueOn !== task.dueOn
      ? { label: t.firstDue, value: formatDate(task.firstDueOn), note: t.firstDueNote }
      : null,
    task.event ? { label: t.occasion, value: task.event.text, note: formatDate(task.event.on) } : null,
    task.handedIn && task.state === 'open'
      ? { label: t.handedIn, value: task.handedIn.text, note: formatDate(task.handedIn.on) }
      : null,
    task.section ? { label: t.axis, value: `${task.section.code}. ${task.section.title}` } : null,
    { label: t.source, value: <a href={source.href}>{source.label}</a> },
    ...documentFacts(ctx.lang, task),
    ...madeFrom,
    task.note ? { label: t.note, value: task.note } : null,
  ];
  const lines = task.originLines;
  return (
    <>
      <RailPart id="facts" title={t.facts}>
        <Facts facts={facts.filter((fact) => fact !== null)} />
      </RailPart>
      {followers}
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

/** What happened to the task and what was said of it, in one order, newest first. */
function historyOf(ctx: Ctx, events: readonly TaskEvent[], notes: readonly DatedEntry[]): TimelineEntry[] {
  const t = texts(ctx.lang);
  const happened = events.map((event) => ({
    key: `${event.at.toISOString()}-${event.kind}`,
    at: event.at,
    when: formatInstant(ctx.lang, event.at),
    dateTime: event.at.toISOString(),
    title: `${t.event[event.kind]} · ${event.actorName}`,
    text: wordsOf(t.record, event),
  }));
  return [...notes, ...happened]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .map((entry, index) => ({ isStrong: index === 0, ...entry }));
}

/** What was said with an event: a note, a reason, what was made and why it is not what was declared. */
function wordsOf(t: ReturnType<typeof texts>['record'], { detail }: TaskEvent): string | undefined {
  const words = [
    detail.dueFrom && detail.dueOn && t.dueMoved(dayOf(detail.dueFrom), dayOf(detail.dueOn)),
    detail.unit,
    detail.text,
    detail.exception && t.exceptionWas(detail.exception),
    detail.accepted && t.exceptionAccepted(detail.accepted),
  ].filter(Boolean);
  return words.length > 0 ? words.join(' · ') : undefined;
}

function dayOf(day: string): string {
  return formatDate(plainDate(day));
}
