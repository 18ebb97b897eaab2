import { type PageReply, page, type Reply, download, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { addressOf, readList, writeFilter } from '#platform/list/address.ts';
import type { ListFilter } from '#platform/list/filter.ts';
import { fileFormats, mediaTypes } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { CheckboxGroup, RadioCards } from '#ui/field/choice-field.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { exportFormLink, exportLink } from '../../links.ts';
import { filterWords } from '../../list-page/parts/condition-words.tsx';
import { countWords } from '../../list-page/parts/list-pages.tsx';
import { orderExport, recordExport } from '../commands.server.ts';
import type { ExportedList } from '../exported-list.ts';
import { exportForm } from '../input.ts';
import { mostAtOnce } from '../list-export.ts';
import { makeFile } from '../make-file.server.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** The form that puts all rows of a filter into a file: which columns, which kind of file. */
export async function exportFormPage<Row>(ctx: Ctx, req: Req, list: ExportedList<Row>): Promise<PageReply> {
  must(policy.make(ctx.actor, list.act));
  return form(ctx, list, readList(list.shape, req.query), undefined);
}

/** Makes the file at once where the list is short, else in the background; either way the audit says so. */
export async function exportFormAction<Row>(ctx: Ctx, req: Req, list: ExportedList<Row>): Promise<Reply> {
  must(policy.make(ctx.actor, list.act));
  const filter = readList(list.shape, new URLSearchParams(req.form.text('query')));
  const given = { columns: req.form.texts('columns'), format: req.form.text('format') };
  const parsed = exportForm.safeParse(given);
  if (!parsed.success) return { ...(await form(ctx, list, filter, given)), status: 422 };
  const count = await list.count(ctx, filter);
  const order = {
    list: list.path,
    query: addressOf('', writeFilter(list.shape, filter)).slice(1),
    ...parsed.data,
    rowsExpected: count.rows,
  };
  if (count.isMore || count.rows > mostAtOnce) {
    const ordered = await orderExport(ctx, list.act, order);
    if (ordered.ok) return seeOther(exportLink(ordered.value));
  }
  await recordExport(ctx, list.act, order);
  const content = await makeFile(ctx, list, filter, order);
  return download(`${list.fileName}.${order.format}`, mediaTypes[order.format], content);
}

async function form<Row>(
  ctx: Ctx,
  list: ExportedList<Row>,
  filter: ListFilter,
  given: { columns: readonly string[]; format: string } | undefined,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const columns = list.columns(ctx);
  const conditions = filterWords(
    { lang: ctx.lang, shape: list.shape, words: await list.words(ctx, filter) },
    filter,
  );
  const count = await list.count(ctx, filter);
  const parts = writeFilter(list.shape, filter);
  const problems = [
    ...(given && given.columns.length === 0 ? [{ fieldId: 'columns', text: t.noColumn }] : []),
    ...(given && !(fileFormats as readonly string[]).includes(given.format)
      ? [{ fieldId: 'format', text: t.noFormat }]
      : []),
  ];
  const errorOf = (id: string) => problems.find((problem) => problem.fieldId === id)?.text;
  const back = addressOf(list.path, parts);
  return page({
    title: t.title(list.title(ctx)),
    current: list.path,
    crumbs: [{ label: list.title(ctx), href: back }, { label: t.title(list.title(ctx)) }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.title(list.title(ctx))} lead={t.lead(countWords(ctx.lang, count))} />
        <Panel id="export" title={`${t.filter}: ${conditions.join('; ') || t.noFilter}`}>
          <form class="form" method="post" action={exportFormLink(list.path)}>
            <input type="hidden" name="query" value={addressOf('', parts).slice(1)} />
            <RadioCards
              name="format"
              label={t.format}
              value={given?.format ?? 'xlsx'}
              error={errorOf('format')}
              options={fileFormats.map((value) => ({
                value,
                label: t.formats[value],
                hint: t.formatHints[value],
              }))}
            />
            <CheckboxGroup
              name="columns"
              label={t.columns}
              hint={t.logged}
              error={errorOf('columns')}
              values={given ? [...given.columns] : columns.map((column) => column.name)}
              options={columns.map((column) => ({ value: column.name, label: column.label }))}
            />
            <ButtonRow>
              <Button kind="primary" icon="download">
                {t.submit}
              </Button>
              <LinkButton kind="quiet" href={back}>
                {t.back}
              </LinkButton>
            </ButtonRow>
          </form>
        </Panel>
      </>
    ),
  });
}
