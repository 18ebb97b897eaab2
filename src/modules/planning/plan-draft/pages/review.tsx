import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ConfirmBar } from '#ui/confirm-bar/confirm-bar.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { SideBySide, Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Tabs } from '#ui/tabs/tabs.tsx';
import { draftDeedLink, draftLink, draftPaperLink, draftsLink, plansLink } from '../../links.ts';
import { type ReviewQuery, reviewQuery } from '../input.ts';
import { AmendPanel } from '../parts/amend-panel.tsx';
import { DiscardForm } from '../parts/discard-form.tsx';
import { DoubtPanel } from '../parts/doubt-panel.tsx';
import { HeadPanel } from '../parts/head-panel.tsx';
import { KeyLegend } from '../parts/key-legend.tsx';
import { PaperList } from '../parts/paper-links.tsx';
import { openLink, RowList } from '../parts/row-list.tsx';
import { SourcePanel } from '../parts/source-panel.tsx';
import { StepBar } from '../parts/step-bar.tsx';
import {
  type AnyRow,
  comesFromPaper,
  draftName,
  nextUnseen,
  papersOf,
  type PlanDraft,
  rowKinds,
} from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { listAmendable, listRows } from '../queries.server.ts';
import { findingsOf } from '../findings.server.ts';
import { getReadSource, listOthersAtWork, listSteps } from '../review.server.ts';
import type { ReturnedForm } from '../returned-form.ts';
import { texts } from '../texts.ts';

/** The review: points to look at first, then the source beside the rows, one of them open for mending. */
export async function reviewPage(
  ctx: Ctx,
  req: Req,
  found: PlanDraft,
  returned?: ReturnedForm,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const query = reviewQuery.parse({
    ...Object.fromEntries(req.query),
    ...(returned?.rowId ? { dong: returned.rowId } : {}),
  });
  const rows = await listRows(ctx, found.id);
  const { lines, remarks } = await getReadSource(ctx, found.id);
  const steps = await listSteps(ctx, found.id);
  const findings = await findingsOf(ctx, found, { rows, lines, remarks });
  const amendable = await listAmendable(ctx);
  const open = rows.find((row) => row.id === query.dong);
  const kind = open?.kind ?? query.loai;
  const shown = rows.filter((row) => row.kind === kind && isShown(row, query));
  const list = <RowList {...{ ctx, found, query, all: rows, shown, open, remarks, returned }} />;
  return page({
    ...(returned ? { status: 422 as const } : {}),
    title: t.review.title,
    records: [{ kind: 'plan-draft', id: found.id }],
    current: draftsLink,
    isWide: true,
    keepsForms: true,
    scripts: ['review.island.js'],
    crumbs: [
      { label: t.plans, href: plansLink },
      { label: t.list, href: draftsLink },
      { label: draftName(found) },
    ],
    body: (
      <Stack>
        <ErrorSummary title={t.errorTitle} problems={returned?.problems ?? []} />
        <div>
          <PageHead
            title={t.review.title}
            lead={draftName(found)}
            actions={<HeadActions {...{ ctx, found, query, rows, open }} />}
          />
          <Others
            ctx={ctx}
            found={found}
            names={await listOthersAtWork(ctx, found.id)}
            lastStep={steps[0]?.ordinal}
          />
        </div>
        {found.isRecognised && (
          <Notice tone="soon" title={t.doubt.recognised}>
            {t.reviewing.why.recognised}
          </Notice>
        )}
        <DoubtPanel {...{ ctx, found, query, rows, findings }} />
        <HeadPanel ctx={ctx} found={found} returned={returned && !returned.rowId ? returned : undefined} />
        <AmendPanel ctx={ctx} found={found} plans={amendable} />
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
        <KeyLegend lang={ctx.lang} />
        <StepBar ctx={ctx} found={found} steps={steps} openRowId={open?.id} />
        {lines.length > 0 ? (
          <SideBySide left={<Source {...{ ctx, found, query, lines, open }} />} right={list} />
        ) : (
          <div>{list}</div>
        )}
        <EndBar ctx={ctx} found={found} rows={rows} />
        <DiscardForm ctx={ctx} draft={found} />
      </Stack>
    ),
  });
}

/** The papers of the draft, and for a review that goes on, the row to go on with. */
function HeadActions(props: {
  ctx: Ctx;
  found: PlanDraft;
  query: ReviewQuery;
  rows: readonly AnyRow[];
  open: AnyRow | undefined;
}) {
  const { ctx, found, query, rows, open } = props;
  const next = open || rows.every((row) => row.state === 'unseen') ? undefined : nextUnseen(rows);
  return (
    <>
      {next && (
        <LinkButton kind="primary" href={openLink(found, query, next)}>
          {texts(ctx.lang).reviewing.goOn}
        </LinkButton>
      )}
      <PaperList lang={ctx.lang} names={papersOf(found)} linkTo={(name) => draftPaperLink(found.id, name)} />
    </>
  );
}

function Source(props: {
  ctx: Ctx;
  found: PlanDraft;
  query: ReviewQuery;
  lines: readonly string[];
  open: AnyRow | undefined;
}) {
  const { ctx, found, query, lines, open } = props;
  const kept = { loai: query.loai, ...(query.dong && { dong: query.dong }) };
  return (
    <SourcePanel
      lang={ctx.lang}
      lines={lines}
      here={query.o ? [query.o] : (open?.data.line ?? [])}
      search={{
        words: query.tim,
        action: draftLink(found.id),
        kept,
        linkTo: (line) => draftLink(found.id, line ? { ...kept, tim: query.tim, o: String(line) } : kept),
      }}
    />
  );
}

/** Who else is at work; the script beside the page asks again from time to time and fills it. */
function Others(props: {
  ctx: Ctx;
  found: PlanDraft;
  names: readonly string[];
  lastStep: number | undefined;
}) {
  const r = texts(props.ctx.lang).reviewing.others;
  return (
    <div
      data-visit={policy.edit(props.ctx.actor).allowed ? draftDeedLink(props.found.id, 'dang-mo') : undefined}
      data-step={props.lastStep ?? 0}
      role="status"
    >
      {props.names.length > 0 && (
        <Notice tone="soon" title={r.title}>
          {r.text(props.names.join(', '))}
        </Notice>
      )}
    </div>
  );
}

function EndBar({ ctx, found, rows }: { ctx: Ctx; found: PlanDraft; rows: readonly AnyRow[] }) {
  const t = texts(ctx.lang);
  const number = (n: number) => formatNumber(ctx.lang, n);
  const seen = rows.filter((row) => row.state !== 'unseen').length;
  const clear = rows.filter((row) => row.state === 'unseen' && row.doubts.length === 0).length;
  const mayIssue = policy.issue(ctx.actor).allowed && comesFromPaper(found.origin);
  return (
    <ConfirmBar
      label={t.review.confirm}
      note={t.review.note}
      progress={{
        value: seen,
        max: rows.length,
        label: t.review.progress(number(seen), number(rows.length)),
      }}
      actions={
        <>
          {clear > 0 && policy.edit(ctx.actor).allowed && (
            <form method="post" action={draftDeedLink(found.id, 'nhan-ro')}>
              <Button>{texts(ctx.lang).reviewing.deed.acceptClear(number(clear))}</Button>
            </form>
          )}
          {!mayIssue && policy.check(ctx.actor).allowed && (
            <form method="post" action={draftDeedLink(found.id, 'soat-xong')}>
              <Button kind="primary">{t.check.submit}</Button>
            </form>
          )}
          {mayIssue && (
            <LinkButton kind="primary" href={draftDeedLink(found.id, 'xac-nhan')}>
              {t.review.confirm}
            </LinkButton>
          )}
        </>
      }
    />
  );
}

function isShown(row: AnyRow, query: ReviewQuery): boolean {
  if (row.id === query.dong) return true;
  if (query.xem === 'bo-qua') return row.state === 'skipped';
  if (query.xem === 'nghi-ngo') return row.doubts.length > 0 && row.state === 'unseen';
  return true;
}
