import { noteOpening } from '#platform/audit/opening.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { FileField } from '#ui/field/file-field.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { enteredListLink, officerImportLink, officersLink } from '../../links.ts';
import { texts as officerTexts } from '../../officer/texts.ts';
import { enterOfficers } from '../commands.server.ts';
import { readDelimited, writeDelimited } from '../delimited.ts';
import { type CheckedRow, checkRows, mostRows, readRows, type WrittenRow } from '../officer-import.ts';
import * as policy from '../policy.ts';
import { type EnteredList, findStanding, listEntered } from '../queries.server.ts';
import { readListFile } from '../read-list.server.ts';
import { restoreOfficers, takeBackOfficers } from '../take-back.server.ts';
import { type Texts, texts } from '../texts.ts';

type Refusal = keyof Texts['refusal'];

/** Where a list is uploaded or pasted, and the lists entered before. */
export async function officerImportPage(ctx: Ctx): Promise<PageReply> {
  return start(ctx, '');
}

/** Shows what would become of each row; with `enter`, enters the list when every row can be. */
export async function officerImportAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.enter(ctx.actor));
  const t = texts(ctx.lang);
  const list = req.form.text('list');
  const file = req.form.file('file');
  const rows = file && file.size > 0 ? await readListFile(file) : readDelimited(list);
  if (!rows) return start(ctx, list, 'unreadable');
  if (rows.length === 0) return start(ctx, list, 'nothing');
  const written = readRows(rows);
  if (!written) return start(ctx, list, 'no-heads');
  if (written.length === 0) return start(ctx, list, 'no-rows');
  if (written.length > mostRows) return start(ctx, '', 'too-many');
  if (req.form.text('deed') !== 'enter') return preview(ctx, written);
  const outcome = await enterOfficers(ctx, written);
  if (!outcome.ok) return preview(ctx, written, outcome.code);
  const officers = formatNumber(ctx.lang, outcome.value.officers);
  return seeOther(officersLink, { tone: 'ok', text: t.entered(officers) });
}

/** Takes a whole list back. */
export async function takeBackImportAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const outcome = await takeBackOfficers(ctx, id);
  return seeOther(
    officerImportLink,
    outcome.ok
      ? {
          tone: 'ok',
          text: t.takenBack(formatNumber(ctx.lang, outcome.value.officers)),
          undo: enteredListLink(id, 'khoi-phuc'),
        }
      : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** Brings a whole list back. */
export async function restoreImportAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await restoreOfficers(ctx, req.params.id ?? '');
  return seeOther(
    officerImportLink,
    outcome.ok
      ? { tone: 'ok', text: t.restored(formatNumber(ctx.lang, outcome.value.officers)) }
      : { tone: 'late', text: t.inTrash.refusal[outcome.code] ?? outcome.code },
  );
}

async function start(ctx: Ctx, list: string, refusal?: Refusal): Promise<PageReply> {
  must(policy.enter(ctx.actor));
  const t = texts(ctx.lang);
  const entered = await listEntered(ctx);
  return page({
    ...(refusal ? { status: 422 as const } : {}),
    title: t.title,
    records: [{ kind: 'officer-import' }],
    current: officersLink,
    keepsForms: true,
    trash: 'officer-import',
    crumbs: [{ label: officerTexts(ctx.lang).title, href: officersLink }, { label: t.title }],
    body: (
      <>
        <ErrorSummary
          title={t.errorTitle}
          problems={refusal ? [{ fieldId: 'list', text: t.refusal[refusal] }] : []}
        />
        <PageHead title={t.title} lead={t.lead} />
        <Stack>
          <KeptForm action={officerImportLink} enctype="multipart/form-data" class="form">
            <FileField name="file" label={t.file} chooseLabel={t.choose} accept=".xlsx,.csv,.tsv,.txt" />
            <TextareaField name="list" label={t.paste} rows={8} value={list} />
            <p class="form-actions">
              <Button kind="primary">{t.preview}</Button>
              <LinkButton kind="quiet" href={officersLink}>
                {t.back}
              </LinkButton>
            </p>
          </KeptForm>
          {entered.length > 0 && (
            <Panel id="lists" title={t.lists} isFlush>
              <Entered ctx={ctx} lists={entered} />
            </Panel>
          )}
        </Stack>
      </>
    ),
  });
}

function Entered({ ctx, lists }: { ctx: Ctx; lists: readonly EnteredList[] }) {
  const t = texts(ctx.lang);
  const when = (list: EnteredList) => formatInstant(ctx.lang, list.createdAt);
  return (
    <Table<EnteredList>
      caption={t.listsCaption}
      rows={lists}
      rowKey={(list) => list.id}
      frame="none"
      columns={[
        { key: 'when', label: t.when, priority: 'lead', render: when },
        { key: 'who', label: t.who, size: 'long', render: (list) => list.actorName },
        {
          key: 'count',
          label: t.count,
          size: 'short',
          align: 'end',
          render: (list) => formatNumber(ctx.lang, list.officerCount),
        },
        {
          key: 'deed',
          label: t.takeBack,
          isLabelHidden: true,
          size: 'medium',
          render: (list) =>
            list.isTakenBack ? (
              <Tag tone="paused">{t.isTakenBack}</Tag>
            ) : (
              <form method="post" action={enteredListLink(list.id, 'lay-lai')}>
                <Button size="small" icon="undo" label={t.takeBackOf(when(list))}>
                  {t.takeBack}
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}

async function preview(ctx: Ctx, written: readonly WrittenRow[], refusal?: Refusal): Promise<PageReply> {
  const t = texts(ctx.lang);
  const rows = checkRows(written, await findStanding(ctx));
  const wrong = rows.filter((row) => row.problem !== undefined).length;
  noteOpening(ctx, {
    act: 'directory.officer-import.see',
    recordKind: 'officer-list',
    recordId: ctx.tenant.id,
    shown: { officers: rows.length, fields: ['fullName', 'positionTitle', 'unitName'] },
  });
  return page({
    ...(wrong > 0 || refusal ? { status: 422 as const } : {}),
    title: t.previewTitle,
    current: officersLink,
    keepsForms: true,
    crumbs: [
      { label: officerTexts(ctx.lang).title, href: officersLink },
      { label: t.title, href: officerImportLink },
      { label: t.previewTitle },
    ],
    body: (
      <>
        <ErrorSummary
          title={t.errorTitle}
          problems={wrong > 0 ? [{ fieldId: 'list', text: t.refusal[refusal ?? 'row-wrong'] }] : []}
        />
        <PageHead
          title={t.previewTitle}
          lead={t.previewLead(formatNumber(ctx.lang, rows.length), formatNumber(ctx.lang, wrong))}
        />
        <KeptForm action={officerImportLink} class="stack" keepsAtOnce>
          <Preview ctx={ctx} rows={rows} />
          {wrong > 0 && <p>{t.allOrNothing}</p>}
          <TextareaField name="list" label={t.list} rows={8} value={asText(t, rows)} />
          <p class="form-actions">
            {wrong === 0 && (
              <Button kind="primary" name="deed" value="enter">
                {t.enter}
              </Button>
            )}
            <Button name="deed" value="preview">
              {t.again}
            </Button>
            <LinkButton kind="quiet" href={officersLink}>
              {t.back}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}

function asText(t: Texts, rows: readonly CheckedRow[]): string {
  const lines = rows.map((row) => [row.fullName, row.positionTitle, row.unitName, row.isHead ? t.yes : '']);
  return writeDelimited([t.head, ...lines]);
}

function Preview({ ctx, rows }: { ctx: Ctx; rows: readonly CheckedRow[] }) {
  const t = texts(ctx.lang);
  return (
    <Table<CheckedRow>
      caption={t.caption}
      rows={rows}
      rowKey={(row) => String(row.number)}
      columns={[
        {
          key: 'number',
          label: t.column.number,
          size: 'tiny',
          render: (row) => formatNumber(ctx.lang, row.number),
        },
        {
          key: 'name',
          label: t.column.name,
          priority: 'lead',
          render: (row) => (
            <>
              {row.fullName || '–'}
              {row.isHead && <small>{t.isHead}</small>}
            </>
          ),
        },
        { key: 'position', label: t.column.position, size: 'medium', render: (row) => row.positionTitle },
        { key: 'unit', label: t.column.unit, size: 'long', render: (row) => row.unitName },
        {
          key: 'result',
          label: t.column.result,
          size: 'long',
          render: (row) =>
            row.problem ? (
              <Tag tone="late">{t.problem[row.problem]}</Tag>
            ) : (
              <Tag tone="ok">{row.isNewUnit ? t.newUnit : t.fine}</Tag>
            ),
        },
      ]}
    />
  );
}
