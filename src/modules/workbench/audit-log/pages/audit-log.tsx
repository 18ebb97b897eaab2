import {
  findLastCheck,
  HistoryList,
  type HistoryFilter,
  listActors,
  listHistory,
  namesIn,
} from '#modules/casework/index.server.ts';
import { findChainHead } from '#platform/audit/chain-lines.server.ts';
import { noteOpening } from '#platform/audit/opening.ts';
import * as policy from '#platform/audit/policy.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Pagination } from '#ui/pagination/pagination.tsx';
import { auditCsvLink, auditLink } from '../../links.ts';
import { readFilter } from '../parts/asked-filter.tsx';
import { AuditFilterBar } from '../parts/audit-filter-bar.tsx';
import { ChainState } from '../parts/chain-state.tsx';
import { plannedNamesIn } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { wordsOf } from '../parts/audit-words.tsx';
import { recordLink } from '../parts/record-link.tsx';

/** The audit of the tenant, for those who may read it: the state of the chain, filters, and the lines, newest first. */
export async function auditLogPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const words = wordsOf(ctx.lang);
  const asked = readFilter(ctx.lang, req.query);
  const { lines, older } = asked.filter
    ? await listHistory(ctx, asked.filter)
    : { lines: [], older: undefined };
  const actors = await listActors(ctx);
  const names = new Map([...(await namesIn(ctx, lines)), ...(await plannedNamesIn(ctx, lines))]);
  const head = await findChainHead(ctx.db, ctx.tenant.id);
  const last = await findLastCheck(ctx);
  noteOpening(ctx, {
    act: 'platform.audit.see',
    recordKind: 'audit',
    recordId: ctx.tenant.id,
    shown: { lines: lines.length, filter: asked.filter ?? {} },
  });
  return page({
    ...(asked.problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    current: auditLink(),
    body: (
      <Stack>
        <ErrorSummary title={t.fault.title} problems={asked.problems} />
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={
            <LinkButton href={auditCsvLink({ ...asked.typed, truoc: undefined })} icon="download" download>
              {t.csv.link}
            </LinkButton>
          }
        />
        <ChainState ctx={ctx} head={head} last={last} />
        <div>
          <AuditFilterBar lang={ctx.lang} words={words} actors={actors} {...asked} />
          {lines.length === 0 ? (
            asked.problems.length === 0 && <NoLines ctx={ctx} filter={asked.filter} />
          ) : (
            <>
              <HistoryList lang={ctx.lang} words={words} names={names} lines={lines} linkOf={recordLink} />
              <Pagination
                label={t.pages.label}
                summary={t.pages.shown(formatNumber(ctx.lang, lines.length))}
                previous={
                  asked.filter?.truoc
                    ? { label: t.pages.newest, href: auditLink({ ...asked.typed, truoc: undefined }) }
                    : undefined
                }
                next={
                  older
                    ? { label: t.pages.older, href: auditLink({ ...asked.typed, truoc: older }) }
                    : undefined
                }
              />
            </>
          )}
        </div>
      </Stack>
    ),
  });
}

function NoLines({ ctx, filter }: { ctx: Ctx; filter: HistoryFilter | undefined }) {
  const t = texts(ctx.lang);
  const words = Object.values(filter ?? {}).some(Boolean) ? t.noMatch : t.none;
  return <EmptyState title={words.title}>{words.text}</EmptyState>;
}
