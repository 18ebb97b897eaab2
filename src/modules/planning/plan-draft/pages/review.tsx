import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { ConfirmBar } from '#ui/confirm-bar/confirm-bar.tsx';
import { DisclosureList } from '#ui/disclosure-list/disclosure-list.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { SideBySide, Stack } from '#ui/layout/layout.tsx';
import { PageHead, SectionHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Tabs } from '#ui/tabs/tabs.tsx';
import { draftDeedLink, draftLink, draftsLink, plansLink } from '../../links.ts';
import { type ReviewQuery, reviewQuery } from '../input.ts';
import { HeadPanel } from '../parts/head-panel.tsx';
import { RowForm } from '../parts/row-form.tsx';
import { SourcePanel } from '../parts/source-panel.tsx';
import { noteOf, RowState, titleOf } from '../parts/row-words.tsx';
import { type AnyRow, draftName, type PlanDraft, rowKinds } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { getSourceLines, listRows } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** What a form that came back with problems puts into the page. */
export interface Returned {
  readonly rowId?: string;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

/** The review: points to look at first, then the source beside the rows, one of them open for mending. */
export async function reviewPage(
  ctx: Ctx,
  req: Req,
  found: PlanDraft,
  returned?: Returned,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const query = reviewQuery.parse({
    ...Object.fromEntries(req.query),
    ...(returned?.rowId ? { dong: returned.rowId } : {}),
  });
  const rows = await listRows(ctx, found.id);
  const lines = await getSourceLines(ctx, found.id);
  const open = rows.find((row) => row.id === query.dong);
  const kind = open?.kind ?? query.loai;
  const shown = rows.filter((row) => row.kind === kind && isShown(row, query));
  const number = (n: number) => formatNumber(ctx.lang, n);
  const seen = rows.filter((row) => row.state !== 'unseen').length;
  return page({
    ...(returned ? { status: 422 as const } : {}),
    title: t.review.title,
    current: draftsLink,
    isWide: true,
    crumbs: [
      { label: t.plans, href: plansLink },
      { label: t.list, href: draftsLink },
      { label: draftName(found) },
    ],
    body: (
      <Stack>
        <ErrorSummary title={t.errorTitle} problems={returned?.problems ?? []} />
        <PageHead title={t.review.title} lead={draftName(found)} />
        <DoubtPanel ctx={ctx} found={found} rows={rows} />
        <HeadPanel ctx={ctx} found={found} returned={returned && !returned.rowId ? returned : undefined} />
        <Tabs
          label={t.review.viewLabel}
          tabs={rowKinds.map((one) => ({
            label: t.review.kinds[one],
            count: rows.filter((row) => row.kind === one).length,
            href: draftLink(found.id, { loai: one }),
            isCurrent: one === kind,
          }))}
        />
        <Tabs
          label={t.review.shownLabel}
          tabs={(['tat-ca', 'nghi-ngo', 'bo-qua'] as const).map((view) => ({
            label: t.review.views[view],
            href: draftLink(found.id, { loai: kind, xem: view === 'tat-ca' ? undefined : view }),
            isCurrent: view === query.xem,
          }))}
        />
        <SideBySide
          left={<SourcePanel t={t} lines={lines} here={open?.data.line ?? []} />}
          right={
            <>
              <SectionHead id="rows" title={t.review.rows} note={t.review.rowCount(number(shown.length))} />
              {shown.length === 0 ? (
                <p>{t.review.empty}</p>
              ) : (
                <DisclosureList
                  label={t.review.rows}
                  rows={shown.map((row) => ({
                    id: `row-${row.id}`,
                    lead: leadOf(row),
                    title: titleOf(t, row),
                    note: noteOf(ctx.lang, t, row),
                    tag: RowState(t, row),
                    isCurrent: row === open,
                    tone: row === open ? ('action' as const) : undefined,
                    href:
                      row === open
                        ? undefined
                        : `${draftLink(found.id, { loai: row.kind, xem: query.xem === 'tat-ca' ? undefined : query.xem, dong: row.id })}#row-${row.id}`,
                    body: row === open && (
                      <RowForm
                        ctx={ctx}
                        found={found}
                        row={row}
                        sections={rows}
                        returned={returned?.rowId === row.id ? returned : undefined}
                      />
                    ),
                  }))}
                />
              )}
            </>
          }
        />
        <ConfirmBar
          label={t.review.confirm}
          note={t.review.note}
          progress={{
            value: seen,
            max: rows.length,
            label: t.review.progress(number(seen), number(rows.length)),
          }}
          actions={
            policy.issue(ctx.actor).allowed && (
              <LinkButton kind="primary" href={draftDeedLink(found.id, 'xac-nhan')}>
                {t.review.confirm}
              </LinkButton>
            )
          }
        />
      </Stack>
    ),
  });
}

function isShown(row: AnyRow, query: ReviewQuery): boolean {
  if (row.id === query.dong) return true;
  if (query.xem === 'bo-qua') return row.state === 'skipped';
  if (query.xem === 'nghi-ngo') return row.doubts.length > 0 && row.state === 'unseen';
  return true;
}

function leadOf(row: AnyRow): string | undefined {
  if (row.kind === 'task') return [row.data.section, row.data.seq].filter(Boolean).join('.') || undefined;
  return row.kind === 'section' ? row.data.code : undefined;
}

/** The points to look at, each leading to its row; what has been seen is no longer listed. */
function DoubtPanel({ ctx, found, rows }: { ctx: Ctx; found: PlanDraft; rows: readonly AnyRow[] }) {
  const t = texts(ctx.lang);
  const number = (n: number) => formatNumber(ctx.lang, n);
  const doubtful = rows.filter((row) => row.doubts.length > 0 && row.state === 'unseen');
  const points = doubtful.flatMap((row) => row.doubts.map((doubt, index) => ({ row, doubt, index })));
  points.sort((a, b) => weight(b.doubt.code) - weight(a.doubt.code));
  return (
    <Panel
      id="doubts"
      title={points.length > 0 ? t.review.doubts(number(points.length)) : t.review.noDoubts}
      note={t.review.readWell(number(rows.length - doubtful.length), number(rows.length))}
      isFlush
    >
      {points.length > 0 && (
        <DisclosureList
          label={t.review.doubts(number(points.length))}
          frame="none"
          tagPlace="start"
          rows={points.slice(0, 30).map(({ row, doubt, index }) => ({
            id: `doubt-${row.id}-${index}`,
            title: doubt.detail ? `«${doubt.detail.slice(0, 160)}»` : titleOf(t, row),
            note: row.data.line[0] ? t.review.line(number(doubt.line ?? row.data.line[0])) : undefined,
            tag: {
              tone: doubt.code === 'conflict' ? ('late' as const) : ('soon' as const),
              children: t.doubt[doubt.code],
            },
            href: `${draftLink(found.id, { loai: row.kind, dong: row.id })}#row-${row.id}`,
          }))}
        />
      )}
    </Panel>
  );
}

/** Contradictions and missing meaning before mere mends. */
function weight(code: string): number {
  if (code === 'conflict') return 3;
  if (/not-understood|missing|unknown|shifted/.test(code)) return 2;
  return 1;
}
