import { allWord, chosenWord, type PlainList } from '#modules/lists/index.server.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import { addressOf, readList, writeFilter } from '#platform/list/address.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { numberAndSymbol } from '../../issued-paper/issued-paper.ts';
import type { PaperRow } from '../../issued-paper/listed.server.ts';
import { StateTag } from '../../issued-paper/parts/state-tag.tsx';
import { texts as paperTexts } from '../../issued-paper/texts.ts';
import { issuedPaperLink, issuedPapersLink, paperBatchesLink, paperBatchLink } from '../../links.ts';
import { orderBatch } from '../commands.server.ts';
import { type BatchPaper, checkSequence, findDoubles, mostPapers } from '../paper-batch.ts';
import * as policy from '../policy.ts';
import { listBatchPapers, listNumbersAround } from '../queries.server.ts';
import { doubleWords, sequenceWords } from '../papers/sequence-words.ts';
import { texts } from '../texts.ts';

/** What is chosen in the list of papers, with what the check of the numbers finds, and the button that makes the file. */
export async function askBatchPage(ctx: Ctx, req: Req, list: PlainList<PaperRow>): Promise<PageReply> {
  must(policy.make(ctx.actor));
  const chosen = await chosenPapers(ctx, req.query, list);
  return asking(ctx, chosen);
}

/** Has the file made of the papers that the page before has shown. */
export async function orderBatchAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.make(ctx.actor));
  const ids = req.form.text('papers').split(',').filter(Boolean);
  const outcome = await orderBatch(ctx, ids);
  if (outcome.ok) return seeOther(paperBatchLink(outcome.value));
  const shown = ids.slice(0, mostPapers);
  return asking(ctx, { ids: shown, count: ids.length, back: issuedPapersLink }, outcome.code);
}

interface Chosen {
  readonly ids: readonly string[];
  /** How many rows were chosen, also where they are too many. */
  readonly count: number;
  readonly back: string;
}

async function chosenPapers(
  ctx: Ctx,
  query: URLSearchParams,
  { path, shape, rows }: PlainList<PaperRow>,
): Promise<Chosen> {
  const ticked = query.getAll(chosenWord);
  const filter = readList(
    shape,
    [...query].filter(([name]) => name !== chosenWord && name !== allWord),
  );
  const back = addressOf(path, writeFilter(shape, filter));
  if (query.get(allWord) !== '1') {
    const ids = [...new Set(ticked)];
    return { ids: ids.slice(0, mostPapers), count: ids.length, back };
  }
  const found = await rows.next(ctx, filter, undefined, mostPapers + 1);
  const count = found.rows.length > mostPapers ? (await rows.count(ctx, filter)).rows : found.rows.length;
  return { ids: found.rows.slice(0, mostPapers).map(({ id }) => id), count, back };
}

async function asking(ctx: Ctx, chosen: Chosen, refusal?: 'nothing' | 'too-many'): Promise<PageReply> {
  const t = texts(ctx.lang);
  const number = (n: number) => formatNumber(ctx.lang, n);
  const isTooMany = chosen.count > mostPapers;
  const papers = isTooMany ? [] : await listBatchPapers(ctx, chosen.ids);
  const left = chosen.count - papers.length;
  const back = <LinkButton href={chosen.back}>{t.back}</LinkButton>;
  return page({
    ...(refusal ? { status: 422 as const } : {}),
    title: t.title,
    current: issuedPapersLink,
    crumbs: [{ label: paperTexts(ctx.lang).list, href: chosen.back }, { label: t.title }],
    body: (
      <>
        <ErrorSummary
          title={t.state.failed}
          problems={refusal ? [{ fieldId: '', text: t.refusal[refusal] }] : []}
        />
        <PageHead title={t.title} lead={papers.length > 0 ? t.lead(number(papers.length)) : undefined} />
        {papers.length === 0 ? (
          <EmptyState title={isTooMany ? t.tooManyTitle : t.nothing.title} action={back}>
            {isTooMany ? t.tooMany(number(chosen.count), number(mostPapers)) : t.nothing.text}
          </EmptyState>
        ) : (
          <Stack>
            <Panel id="check" title={t.check}>
              <Stack>
                <Found ctx={ctx} papers={papers} around={await listNumbersAround(ctx, papers)} />
                {left > 0 && <p>{t.left(number(left))}</p>}
                <p>{t.limit(number(mostPapers))}</p>
                <form method="post" action={paperBatchesLink}>
                  <input type="hidden" name="papers" value={papers.map(({ id }) => id).join(',')} />
                  <ButtonRow>
                    <Button kind="primary">{t.send}</Button>
                    <LinkButton kind="quiet" href={chosen.back}>
                      {t.back}
                    </LinkButton>
                  </ButtonRow>
                </form>
              </Stack>
            </Panel>
            <Panel id="papers" title={t.list} count={papers.length} isFlush>
              <Papers ctx={ctx} papers={papers} />
            </Panel>
          </Stack>
        )}
      </>
    ),
  });
}

function Found(props: {
  ctx: Ctx;
  papers: readonly BatchPaper[];
  around: Parameters<typeof checkSequence>[1];
}) {
  const { lang } = props.ctx;
  const said = [
    ...checkSequence(props.papers, props.around).flatMap((one) => sequenceWords(lang, one)),
    ...doubleWords(lang, findDoubles(props.papers)),
  ];
  return (
    <ul class="plain-list">
      {said.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Papers({ ctx, papers }: { ctx: Ctx; papers: readonly BatchPaper[] }) {
  const t = texts(ctx.lang);
  return (
    <Table<BatchPaper>
      caption={t.caption}
      frame="none"
      rows={papers}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'paper',
          label: t.column.paper,
          priority: 'lead',
          render: (row) => (
            <>
              <a href={issuedPaperLink(row.id)}>{row.subject}</a>
              {row.numberNote !== '' && <small>{row.numberNote}</small>}
            </>
          ),
        },
        {
          key: 'number',
          label: t.column.number,
          size: 'medium',
          render: (row) => numberAndSymbol(row.number, row.symbol),
        },
        { key: 'on', label: t.column.on, size: 'short', render: (row) => formatDate(row.issuedOn) },
        {
          key: 'state',
          label: t.column.state,
          size: 'medium',
          render: (row) => <StateTag lang={ctx.lang} state={row.state} />,
        },
      ]}
    />
  );
}
