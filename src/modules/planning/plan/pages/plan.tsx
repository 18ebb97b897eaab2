import { loadOfficeCalendar, type WorkCalendar } from '#modules/calendar/index.server.ts';
import { page, type Reply, seeOther } from '#platform/http/reply.ts';
import { exportFormLink } from '#modules/lists/links.ts';
import { addressOf } from '#platform/list/address.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Facts, RailPart } from '#ui/facts/facts.tsx';
import { RecordLayout, Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Legend, StackedBar } from '#ui/stacked-bar/stacked-bar.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tabs } from '#ui/tabs/tabs.tsx';
import { draftLink, planLink, plansLink, publicPlanLink, tasksLink } from '../../links.ts';
import { countOccurrences } from '../../occurrence/queries.server.ts';
import { texts as occurrenceTexts } from '../../occurrence/texts.ts';
import { listTargetsOfPlan } from '../../target/queries.server.ts';
import { taskList } from '../../task/input.ts';
import { taskColumns } from '../../task/parts/task-columns.tsx';
import { listAllTasks, type TaskRow } from '../../task/list-tasks.server.ts';
import {
  type GroupSummary,
  summarizeClarity,
  sumUp,
  summarizeTasks,
} from '../../task-summary/queries.server.ts';
import { ClarityGauge } from '../parts/clarity-gauge.tsx';
import { PlanCitations, PlanReports, PlanTargets } from '../parts/plan-papers.tsx';
import type { Plan, PlanSection } from '../plan.ts';
import { getPlan, listCitations, listReportRegimes, listSections } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** One plan: how far it has come, its sections with their tasks, targets, report calendar and citations. */
export async function planPage(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const plan = await getPlan(ctx, req.params.id ?? '');
  if (plan.state === 'replaced') return seeOther(planLink(plan.id, 'ban-hanh'));
  const calendar = await loadOfficeCalendar(ctx);
  const sections = await listSections(ctx, plan.id);
  const tasks = await listAllTasks(ctx, calendar, taskList({ 'ke-hoach': plan.id, loai: 'theo-ke-hoach' }));
  const times = await countOccurrences(ctx, plan.id);
  const clarity = await summarizeClarity(ctx, plan.id);
  const targets = await listTargetsOfPlan(ctx, plan.id);
  const regimes = await listReportRegimes(ctx, plan.id);
  const citations = await listCitations(ctx, plan.id);
  const summaries = await summarizeTasks(ctx, calendar, 'section', plan.id);
  return page({
    title: plan.title,
    records: plan.draftId ? [{ kind: 'plan-draft', id: plan.draftId }] : [],
    current: plansLink,
    crumbs: [{ label: t.list, href: plansLink }, { label: t.years(plan.yearFrom, plan.yearTo) }],
    body: (
      <>
        <PageHead
          title={plan.title}
          printNote={[ctx.tenant.name, t.printed(formatInstant(ctx.lang, ctx.clock.now()))]}
          actions={
            <LinkButton
              href={addressOf(exportFormLink(tasksLink()), [['ke-hoach', plan.id]])}
              icon="download"
            >
              {t.csv}
            </LinkButton>
          }
        />
        <Tabs
          label={t.jump}
          tabs={[
            { label: t.progress, href: '#progress' },
            { label: t.tasks, href: '#tasks', count: tasks.length },
            { label: t.targets, href: '#targets', count: targets.length },
            { label: t.reports, href: '#reports', count: regimes.length },
            { label: t.citations, href: '#citations', count: citations.length },
          ]}
        />
        <RecordLayout railLabel={t.facts} rail={<Rail ctx={ctx} plan={plan} />}>
          <Stack>
            <Progress ctx={ctx} plan={plan} sections={sections} summaries={summaries} />
            <ClarityGauge ctx={ctx} planId={plan.id} summary={clarity} />
            {times.size > 0 && <p class="form-lead">{occurrenceTexts(ctx.lang).counted}</p>}
            <h2 id="tasks" class="said">
              {t.tasks}
            </h2>
            {sections.map((section) => (
              <SectionTasks
                key={section.id}
                ctx={ctx}
                calendar={calendar}
                id={`muc-${section.id}`}
                title={`${section.code}. ${section.title}`}
                times={times}
                tasks={tasks.filter((task) => task.sectionId === section.id)}
              />
            ))}
            <SectionTasks
              ctx={ctx}
              calendar={calendar}
              id="ngoai-muc"
              title={t.noSection}
              times={times}
              tasks={tasks.filter((task) => !sections.some((section) => section.id === task.sectionId))}
            />
            <PlanTargets ctx={ctx} targets={targets} />
            <PlanReports t={t} plan={plan} regimes={regimes} />
            <PlanCitations t={t} citations={citations} />
          </Stack>
        </RecordLayout>
      </>
    ),
  });
}

function Rail({ ctx, plan }: { ctx: Ctx; plan: Plan }) {
  const t = texts(ctx.lang);
  const signer = [plan.signerTitle, plan.signerName].filter(Boolean).join(' ');
  return (
    <RailPart id="facts" title={t.facts}>
      <Facts
        facts={[
          { label: t.number, value: plan.number ?? t.notGiven },
          { label: t.issuedOn, value: plan.issuedOn ? formatDate(plan.issuedOn) : t.notGiven },
          { label: t.yearsLabel, value: t.years(plan.yearFrom, plan.yearTo) },
          { label: t.issuer, value: plan.issuer ?? t.notGiven },
          { label: t.signer, value: signer || t.notGiven },
          ...(plan.draftId && ctx.actor.grants.has('planning.plan-draft.read')
            ? [{ label: t.source, value: <a href={draftLink(plan.draftId)}>{t.openSource}</a> }]
            : []),
          ...(plan.draftId
            ? [{ label: t.text, value: <a href={planLink(plan.id, 'ban-hanh')}>{t.asIssued}</a> }]
            : []),
          ...(plan.replacesPlanId
            ? [
                { label: t.replaces, value: <a href={planLink(plan.replacesPlanId)}>{t.replacesLink}</a> },
                { label: t.changes, value: <a href={planLink(plan.id, 'thay-doi')}>{t.openChanges}</a> },
              ]
            : []),
          {
            label: t.publicPage,
            value: <a href={publicPlanLink(ctx.tenant.slug, plan.id)}>{t.publicPage}</a>,
          },
        ]}
      />
    </RailPart>
  );
}

function Progress(props: {
  ctx: Ctx;
  plan: Plan;
  sections: readonly PlanSection[];
  summaries: readonly GroupSummary[];
}) {
  const { ctx, plan, sections, summaries } = props;
  const t = texts(ctx.lang);
  const number = (n: number) => formatNumber(ctx.lang, n);
  const all = sumUp(summaries);
  const rows = summaries
    .map((summary) => ({ summary, section: sections.find((one) => one.id === summary.key) }))
    .sort((a, b) => sections.indexOf(a.section as PlanSection) - sections.indexOf(b.section as PlanSection));
  const most = Math.max(1, ...summaries.map((one) => one.total));
  return (
    <Panel
      id="progress"
      title={t.progress}
      isFlush
      note={
        <Legend
          entries={[
            { kind: 'done', label: t.done },
            { kind: 'open', label: t.open },
            { kind: 'soon', label: t.soon },
            { kind: 'late', label: t.late },
          ]}
        />
      }
    >
      <Table
        caption={t.progress}
        frame="none"
        narrow="tight"
        rows={rows}
        rowKey={(row) => row.summary.key ?? 'none'}
        columns={[
          {
            key: 'section',
            label: t.section,
            priority: 'lead',
            total: t.total,
            render: ({ section }) =>
              section ? (
                <a href={`#muc-${section.id}`}>{`${section.code}. ${section.title}`}</a>
              ) : (
                t.noSection
              ),
          },
          {
            key: 'bar',
            label: t.progress,
            isLabelHidden: true,
            size: 'bar',
            render: ({ summary }) => (
              <StackedBar
                max={most}
                segments={[
                  { kind: 'done', value: summary.done },
                  { kind: 'open', value: summary.rest },
                  { kind: 'soon', value: summary.soon },
                  { kind: 'late', value: summary.late },
                ]}
              />
            ),
          },
          {
            key: 'total',
            label: t.total,
            align: 'end',
            render: ({ summary }) => number(summary.total),
            total: <a href={tasksLink({ 'ke-hoach': plan.id })}>{number(all.total)}</a>,
          },
          {
            key: 'done',
            label: t.done,
            align: 'end',
            render: ({ summary }) => number(summary.done),
            total: <a href={tasksLink({ 'ke-hoach': plan.id, 'trang-thai': 'done' })}>{number(all.done)}</a>,
          },
          {
            key: 'late',
            label: t.late,
            align: 'end',
            render: ({ summary }) => number(summary.late),
            total: <a href={tasksLink({ 'ke-hoach': plan.id, han: 'late' })}>{number(all.late)}</a>,
          },
        ]}
      />
    </Panel>
  );
}

function TimesDone({ ctx, times }: { ctx: Ctx; times: { total: number; done: number } | undefined }) {
  if (!times) return null;
  const number = (n: number) => formatNumber(ctx.lang, n);
  return <small>{occurrenceTexts(ctx.lang).doneOf(number(times.done), number(times.total))}</small>;
}

function SectionTasks(props: {
  ctx: Ctx;
  calendar: WorkCalendar;
  id: string;
  title: string;
  times: Awaited<ReturnType<typeof countOccurrences>>;
  tasks: readonly TaskRow[];
}) {
  const { ctx, calendar, tasks } = props;
  const t = texts(ctx.lang);
  if (tasks.length === 0) return null;
  const columns = taskColumns<TaskRow>(ctx, calendar, t.taskAndLead, (row) => (
    <TimesDone ctx={ctx} times={props.times.get(row.id)} />
  ));
  return (
    <Panel id={props.id} title={props.title} count={formatNumber(ctx.lang, tasks.length)} isFlush>
      <Table<TaskRow>
        caption={props.title}
        frame="none"
        rows={tasks}
        rowKey={(row) => row.id}
        columns={[columns.code, columns.task, columns.state, columns.due]}
      />
    </Panel>
  );
}
