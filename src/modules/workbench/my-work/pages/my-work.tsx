import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { listEvidenceOfMany } from '#modules/casework/index.server.ts';
import {
  listContributionsAsked,
  listReportsToDo,
  listRequestsToAnswer,
  listWaiting,
  type Section,
  sections,
  taskEvidence,
  type WaitingSection,
} from '#modules/planning/index.server.ts';
import { tasksLink } from '#modules/planning/links.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { DisclosureList } from '#ui/disclosure-list/disclosure-list.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Tabs } from '#ui/tabs/tabs.tsx';
import { myWorkLink } from '../../links.ts';
import { contributionRow } from '../parts/contribution-row.tsx';
import { reportPanels } from '../parts/report-panels.tsx';
import { requestRow } from '../parts/request-row.tsx';
import { waitingRow } from '../parts/waiting-row.tsx';
import { type Texts, texts } from '../texts.ts';

/** So many of each part where all parts are shown, and of one part that is asked for alone. */
const mostOfEach = 12;
const mostOfOne = 200;
/** Requests and contributions are few; what has waited longest or is due first stands first. */
const mostRequests = 50;

/** What waits for this person in every role that the person has, part by part, each to be answered in its row. */
export async function myWorkPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const { part: named } = req.params;
  const only = sections.find((one) => one === named);
  if (named !== undefined && !only) throw new NotFound();
  const parts = await listWaiting(ctx, { most: only ? mostOfOne : mostOfEach, only });
  const requests = only ? [] : await listRequestsToAnswer(ctx, mostRequests);
  const contributions = only ? [] : await listContributionsAsked(ctx, mostRequests);
  const reports = only ? [] : await listReportsToDo(ctx, mostRequests);
  const besides = requests.length + contributions.length + reports.length;
  const total = parts.reduce((sum, part) => sum + part.total, besides);
  const handedIn = parts.flatMap((part) => (part.section === 'approve' ? part.tasks : []));
  const proofs = await listEvidenceOfMany(
    ctx,
    taskEvidence,
    handedIn.map((task) => task.id),
  );
  const calendar = await loadOfficeCalendar(ctx);
  const hints: Partial<Record<Section, string>> = t.hint;
  const row = (part: WaitingSection) =>
    part.tasks.map((task) =>
      waitingRow({ ctx, calendar, task, proofs: proofs.get(task.id) ?? [], back: myWorkLink(only) }),
    );
  return page({
    title: t.title,
    current: myWorkLink(),
    ...(only && { crumbs: [{ label: t.title, href: myWorkLink() }, { label: t.section[only] }] }),
    body: (
      <>
        <PageHead
          title={only ? t.section[only] : t.title}
          lead={total > 0 ? t.lead(formatNumber(ctx.lang, total)) : undefined}
        />
        {!only && parts.length > 1 && (
          <Tabs
            label={t.title}
            tabs={parts.map((part) => ({
              label: t.section[part.section],
              count: part.total,
              href: `#${part.section}`,
            }))}
          />
        )}
        {total === 0 ? (
          <Nothing ctx={ctx} t={t} />
        ) : (
          <Stack>
            {requests.length > 0 && (
              <Panel id="decide" title={t.decide} count={requests.length} isFlush>
                <DisclosureList
                  label={t.decide}
                  rows={requests.map((one) => requestRow(ctx, one, myWorkLink()))}
                  frame="none"
                  isWalked
                />
              </Panel>
            )}
            {contributions.length > 0 && (
              <Panel id="contribute" title={t.contributions} count={contributions.length} isFlush>
                <DisclosureList
                  label={t.contributions}
                  rows={contributions.map((one) => contributionRow(ctx, calendar, one))}
                  frame="none"
                  isWalked
                />
              </Panel>
            )}
            {reportPanels(ctx, calendar, reports)}
            {parts.map((part) => (
              <Panel
                key={part.section}
                id={part.section}
                title={t.section[part.section]}
                count={part.total}
                note={hints[part.section]}
                isFlush
                footer={rest(ctx, part, only !== undefined)}
              >
                <DisclosureList label={t.section[part.section]} rows={row(part)} frame="none" isWalked />
              </Panel>
            ))}
          </Stack>
        )}
      </>
    ),
  });
}

/** The way to the rest of a part; where it is shown alone, how much more there is. */
function rest(ctx: Ctx, part: WaitingSection, isAlone: boolean) {
  const t = texts(ctx.lang);
  const left = part.total - part.tasks.length;
  if (left === 0) return undefined;
  if (isAlone) return <p>{t.more(formatNumber(ctx.lang, left))}</p>;
  return <a href={myWorkLink(part.section)}>{t.all(formatNumber(ctx.lang, part.total))}</a>;
}

function Nothing({ ctx, t }: { ctx: Ctx; t: Texts }) {
  const words = ctx.actor.officerId === null ? t.noOfficer : t.none;
  return (
    <EmptyState
      icon="inbox"
      title={words.title}
      action={<LinkButton href={tasksLink()}>{t.none.action}</LinkButton>}
    >
      {words.text}
    </EmptyState>
  );
}
