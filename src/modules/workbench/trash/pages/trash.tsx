import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import { keptDays } from '#platform/retention/kept-days.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Pagination } from '#ui/pagination/pagination.tsx';
import { Table } from '#ui/table/table.tsx';
import { restoreEntryLink, trashLink } from '../../links.ts';
import { restoreEntry } from '../commands.server.ts';
import { trashQuery } from '../input.ts';
import { trashKinds } from '../kinds.server.ts';
import * as policy from '../policy.ts';
import { listTrash } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { daysLeft, type TrashEntry } from '../trash.ts';

/** What the person may bring back or see: who threw it away, when and why, and how long it is still there. */
export async function trashPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const query = trashQuery.parse(Object.fromEntries(req.query));
  const { entries, next } = await listTrash(ctx, { kind: query.loai || undefined, before: query.truoc });
  const days = await keptDays(ctx.db, 'trash', ctx.clock.today());
  return page({
    title: t.title,
    current: trashLink(),
    body: (
      <Stack>
        <PageHead title={t.title} lead={t.lead(formatNumber(ctx.lang, days))} />
        <KindFilter ctx={ctx} kind={query.loai ?? ''} />
        {entries.length === 0 ? (
          <EmptyState icon="undo" title={t.none.title}>
            {t.none.text}
          </EmptyState>
        ) : (
          <Entries ctx={ctx} entries={entries} />
        )}
        {(next || query.truoc) && (
          <Pagination
            label={t.pages}
            summary={t.shown(formatNumber(ctx.lang, entries.length))}
            {...(query.truoc && { previous: { label: t.newest, href: trashLink({ loai: query.loai }) } })}
            {...(next && { next: { label: t.older, href: trashLink({ loai: query.loai, truoc: next }) } })}
          />
        )}
      </Stack>
    ),
  });
}

/** Brings a record back, or says in its own words why it cannot come back now. */
export async function restoreEntryAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const { entry, outcome } = await restoreEntry(ctx, req.params.id ?? '');
  return seeOther(
    trashLink(),
    outcome.ok
      ? { tone: 'ok', text: t.restored(entry.title) }
      : { tone: 'late', text: t.notRestored(entry.title, entry.kind.refusal(ctx.lang, outcome.code)) },
  );
}

function KindFilter({ ctx, kind }: { ctx: Ctx; kind: string }) {
  const t = texts(ctx.lang).filter;
  const mine = trashKinds.filter((one) => policy.restore(ctx.actor, one).allowed);
  return (
    <FilterBar action={trashLink()} submitLabel={t.submit}>
      <SelectField
        name="loai"
        label={t.kind}
        value={kind}
        emptyLabel={t.all}
        options={mine.map((one) => ({ value: one.kind, label: one.noun(ctx.lang) }))}
      />
    </FilterBar>
  );
}

function Entries({ ctx, entries }: { ctx: Ctx; entries: readonly TrashEntry[] }) {
  const t = texts(ctx.lang);
  const now = ctx.clock.now();
  return (
    <Table<TrashEntry>
      caption={t.caption}
      rows={entries}
      rowKey={(entry) => entry.id}
      columns={[
        {
          key: 'what',
          label: t.column.what,
          priority: 'lead',
          render: ({ kind, recordId, title }) => (
            <>
              {kind.link ? <a href={kind.link(recordId)}>{title}</a> : title}
              <small>{kind.noun(ctx.lang)}</small>
            </>
          ),
        },
        {
          key: 'who',
          label: t.column.who,
          size: 'long',
          render: (entry) => entry.actorName,
        },
        {
          key: 'when',
          label: t.column.when,
          size: 'medium',
          render: (entry) => formatInstant(ctx.lang, entry.thrownAt),
        },
        { key: 'why', label: t.column.why, size: 'long', render: (entry) => entry.reason || t.noReason },
        {
          key: 'left',
          label: t.column.left,
          size: 'short',
          render: (entry) => {
            const days = daysLeft(entry, now);
            return days === 0 ? t.lastDay : t.left(formatNumber(ctx.lang, days));
          },
        },
        {
          key: 'deed',
          label: t.column.deed,
          isLabelHidden: true,
          size: 'medium',
          render: (entry) =>
            policy.restore(ctx.actor, entry.kind).allowed && (
              <form method="post" action={restoreEntryLink(entry.id)}>
                <Button size="small" icon="undo" label={t.restoreOf(entry.title)}>
                  {t.restore}
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}
