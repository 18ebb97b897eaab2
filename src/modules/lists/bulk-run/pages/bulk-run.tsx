import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Progress } from '#ui/progress/progress.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import { bulkRunLink } from '../../links.ts';
import type { BulkList } from '../bulk-list.server.ts';
import {
  type BulkRow,
  type BulkRun,
  canBeUndone,
  mostAtOnce,
  mostShown,
  type RowOutcome,
  rowOutcomes,
} from '../bulk-run.ts';
import { carryOn } from '../carry-on.server.ts';
import { beginUndo } from '../commands.server.ts';
import { reasonWords } from '../parts/foreseen.tsx';
import { countOutcomes, getRun, listRunRows } from '../queries.server.ts';
import { texts } from '../texts.ts';

const tones: Readonly<Record<RowOutcome, Tone>> = {
  waiting: 'info',
  done: 'ok',
  refused: 'late',
  undone: 'neutral',
  'not-undone': 'late',
};
/** What needs a look comes first. */
const shownFirst: readonly RowOutcome[] = ['not-undone', 'refused', 'waiting', 'done', 'undone'];

/** A deed on many rows: how far it is, what became of each row, and the way back. */
export async function bulkRunPage(ctx: Ctx, req: Req, list: BulkList): Promise<PageReply> {
  const run = await runOf(ctx, req, list);
  const t = texts(ctx.lang);
  const counts = await countOutcomes(ctx, run.id);
  const rows: BulkRow[] = [];
  for (const outcome of shownFirst) {
    if (rows.length < mostShown)
      rows.push(...(await listRunRows(ctx, run.id, outcome, mostShown - rows.length)));
  }
  const deed = list.deeds.find((one) => one.name === run.deed)?.label(ctx) ?? run.deed;
  const isGoing = run.state === 'running' || run.state === 'undoing';
  const number = (n: number) => formatNumber(ctx.lang, n);
  return page({
    title: `${deed}: ${t[run.state].toLowerCase()}`,
    current: list.path,
    crumbs: [{ label: list.title(ctx), href: list.path }, { label: deed }],
    ...(isGoing ? { refreshSeconds: 2 } : {}),
    body: (
      <>
        <PageHead
          title={`${deed}: ${t[run.state].toLowerCase()}`}
          line={rowOutcomes
            .filter((outcome) => counts.get(outcome))
            .map((outcome) => (
              <Tag
                key={outcome}
                tone={tones[outcome]}
              >{`${t.outcome[outcome]}: ${number(counts.get(outcome) ?? 0)}`}</Tag>
            ))}
        />
        {run.state === 'stopped' && <Notice tone="late" title={t.stoppedText} />}
        {isGoing && <Going ctx={ctx} run={run} counts={counts} />}
        <Panel id="rows" title={t.result} isFlush>
          <Table<BulkRow>
            caption={t.caption}
            frame="none"
            rows={rows}
            rowKey={(row) => String(row.ordinal)}
            columns={[
              { key: 'row', label: t.row, priority: 'lead', render: (row) => row.label },
              {
                key: 'outcome',
                label: t.result,
                size: 'long',
                render: (row) => <Tag tone={tones[row.outcome]}>{t.outcome[row.outcome]}</Tag>,
              },
              {
                key: 'reason',
                label: t.why,
                size: 'bar',
                render: (row) => row.reason && reasonWords(ctx, list, row.reason),
              },
            ]}
          />
        </Panel>
        {rows.length < run.rowCount && <p>{t.shownOnly(number(rows.length))}</p>}
        <Ways ctx={ctx} list={list} run={run} hasDone={Boolean(counts.get('done'))} />
      </>
    ),
  });
}

/** Takes the whole run back: at once where the rows are few, else in the background. */
export async function bulkUndoAction(ctx: Ctx, req: Req, list: BulkList): Promise<Reply> {
  const t = texts(ctx.lang);
  const { id, deed } = await runOf(ctx, req, list);
  if (list.deeds.find((one) => one.name === deed)?.needsProof) must(proven(ctx));
  const begun = await beginUndo(ctx, id, list.act);
  const to = bulkRunLink(list.path, id);
  if (!begun.ok) return seeOther(to, { tone: 'late', text: t.tooLate });
  if (begun.value.rowCount <= mostAtOnce) await carryOn(ctx, list, begun.value, mostAtOnce + 1);
  return seeOther(to, { tone: 'ok', text: t.undoStarted });
}

/** The run of the address; one of another list is not found here. */
async function runOf(ctx: Ctx, req: Req, list: BulkList): Promise<BulkRun> {
  const run = await getRun(ctx, req.params.id ?? '');
  if (run.list !== list.path) throw new NotFound();
  return run;
}

function Going({ ctx, run, counts }: { ctx: Ctx; run: BulkRun; counts: ReadonlyMap<RowOutcome, number> }) {
  const t = texts(ctx.lang);
  const left = counts.get(run.state === 'running' ? 'waiting' : 'done') ?? 0;
  const label = t.progress(formatNumber(ctx.lang, run.rowCount - left), formatNumber(ctx.lang, run.rowCount));
  return (
    <Progress value={run.rowCount - left} max={run.rowCount} label={label}>
      {label}
    </Progress>
  );
}

function Ways({ ctx, list, run, hasDone }: { ctx: Ctx; list: BulkList; run: BulkRun; hasDone: boolean }) {
  const t = texts(ctx.lang);
  const mayUndo = hasDone && canBeUndone(run, ctx.clock.now());
  return (
    <>
      {mayUndo && (
        <form class="form" method="post" action={bulkRunLink(list.path, run.id, true)}>
          <p>{t.undoHint}</p>
          <Button>{t.undo}</Button>
        </form>
      )}
      <ButtonRow>
        <LinkButton kind="quiet" href={list.path}>
          {t.back}
        </LinkButton>
      </ButtonRow>
    </>
  );
}
