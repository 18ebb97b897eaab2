import { findLastCheck, HistoryList } from '#modules/casework/index.server.ts';
import {
  countWords,
  keptViews,
  ListFilters,
  ListPages,
  ListTools,
  mayFreezeLists,
  type PlacedList,
} from '#modules/lists/index.server.ts';
import { findChainHead } from '#platform/audit/chain-lines.server.ts';
import { noteOpening } from '#platform/audit/opening.ts';
import * as policy from '#platform/audit/policy.ts';
import { page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { addressOf, writeFilter } from '#platform/list/address.ts';
import { askedList, wholeList } from '#platform/list/asked-list.ts';
import { isOpen, type ListState, notingBadCursor } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { type Tab, Tabs } from '#ui/tabs/tabs.tsx';
import { auditLink, auditPrintLink } from '../../links.ts';
import { auditListShape, type LineSort, lineSorts, auditListWords } from '../parts/audit-list-words.tsx';
import { listLines } from '../list-lines.server.ts';
import { wordsOf } from '../parts/audit-words.tsx';
import { ChainState } from '../parts/chain-state.tsx';
import { recordLink } from '../parts/record-link.tsx';
import { lineNamesIn } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { auditExport } from './audit-export.tsx';

/** The fields that stand beside the search; the others are added one by one. */
const quick = ['nguoi', 'viec', 'loai'] as const;

/** The audit of the tenant, for those who may read it: the state of the chain, filters, and the lines, newest first. */
export async function auditLogPage(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const asked = askedList(auditListShape, auditLink(), req.query);
  if (asked.goTo !== undefined) return seeOther(asked.goTo);
  const { state } = asked;
  const views = await keptViews(ctx, auditLink());
  if (views.usual && req.query.size === 0) return seeOther(views.usual);
  const found = await listLines(ctx, state);
  const lines = found?.page.rows ?? [];
  const names = await lineNamesIn(ctx, lines);
  const head = await findChainHead(ctx.db, ctx.tenant.id);
  const last = await findLastCheck(ctx);
  const list = { lang: ctx.lang, path: auditLink(), shape: auditListShape, state };
  noteAuditSeen(ctx, lines.length, state);
  return page({
    title: t.title,
    current: auditLink(),
    body: (
      <Stack>
        <PageHead title={t.title} count={found && countWords(ctx.lang, found.count)} lead={t.lead} />
        <ChainState ctx={ctx} head={head} last={last} />
        <div>
          <Tabs label={t.views.label} tabs={[...ownViews(ctx, list), ...views.tabs(state.view)]} />
          <ListFilters
            list={{ ...list, words: await auditListWords(ctx) }}
            state={notingBadCursor(state, found?.page.hadBadCursor ?? false)}
            quick={quick}
            adding={asked.adding}
            actions={
              <>
                <Turn ctx={ctx} list={list} />
                <ListTools
                  list={list}
                  mayKeepViews={views.mayKeep}
                  mayExport={ctx.actor.grants.has(auditExport.act)}
                  mayFreeze={mayFreezeLists(ctx.actor)}
                  printPath={auditPrintLink}
                />
              </>
            }
          />
          {found === undefined || lines.length === 0 ? (
            <NoLines ctx={ctx} state={state} isTooSlow={found === undefined} />
          ) : (
            <>
              <HistoryList
                lang={ctx.lang}
                words={wordsOf(ctx.lang)}
                names={names}
                lines={lines}
                linkOf={recordLink}
              />
              <ListPages list={list} page={found.page} count={found.count} />
            </>
          )}
        </div>
      </Stack>
    ),
  });
}

/** Notes that lines of the audit were shown, and by which filter they were asked for. */
export function noteAuditSeen(ctx: Ctx, lines: number, state: ListState): void {
  noteOpening(ctx, {
    act: 'platform.audit.see',
    recordKind: 'audit',
    recordId: ctx.tenant.id,
    shown: { lines, filter: Object.fromEntries(writeFilter(auditListShape, state)) },
  });
}

/** A list without column heads has the way to the other order here. */
function Turn({ ctx, list }: { ctx: Ctx; list: PlacedList }) {
  const t = texts(ctx.lang);
  const { sort } = list.state;
  const turned = { ...list.state, sort: { ...sort, isDown: !sort.isDown } };
  return (
    <LinkButton size="small" kind="quiet" href={addressOf(list.path, writeFilter(auditListShape, turned))}>
      {sort.isDown ? t.oldestFirst : t.newestFirst}
    </LinkButton>
  );
}

function NoLines({ ctx, state, isTooSlow }: { ctx: Ctx; state: ListState; isTooSlow: boolean }) {
  const t = texts(ctx.lang);
  const words = isTooSlow ? t.tooSlow : isOpen(state) ? t.none : t.noMatch;
  return <EmptyState title={words.title}>{words.text}</EmptyState>;
}

/** The views that everybody has; current when the filter is just theirs. */
function ownViews(ctx: Ctx, list: PlacedList): Tab[] {
  const t = texts(ctx.lang);
  const { view, search, clauses } = list.state;
  const isSaved = view !== undefined && view !== 'tat-ca';
  const [only] = clauses[0] ?? [];
  const isOnly = (sort: LineSort) =>
    !isSaved &&
    search === '' &&
    clauses.length === 1 &&
    clauses[0]?.length === 1 &&
    only?.field === 'kieu' &&
    only.operator === 'is' &&
    only.values[0] === sort;
  return [
    { label: t.views.all, href: wholeList(list.path), isCurrent: isOpen(list.state) && !isSaved },
    ...lineSorts.map((sort) => ({
      label: t.fields.sorts[sort],
      href: auditLink({ kieu: sort }),
      isCurrent: isOnly(sort),
    })),
  ];
}
