import { readDelimited, readListFile, writeDelimited } from '#modules/directory/index.server.ts';
import {
  download,
  type DownloadReply,
  page,
  type PageReply,
  type Reply,
  seeOther,
} from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { fileColumn, mediaTypes } from '#platform/list/row-file.ts';
import { xlsxFile } from '#platform/list/xlsx-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { FileField } from '#ui/field/file-field.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import {
  taskListFileLink,
  taskListTemplateLink,
  tasksFromAboveLink,
  tasksLink,
  discardTaskListLink,
} from '../../links.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import { type CheckedTask, checkList } from '../check-list.server.ts';
import { discardTaskList, enterTaskList } from '../list-commands.server.ts';
import { CheckedTable } from '../parts/checked-table.tsx';
import * as policy from '../policy.ts';
import { type ColumnName, columnNames, mostRows, readRows, type WrittenTask } from '../task-list-file.ts';
import { type Texts, texts } from '../texts.ts';

type ListRefusal = keyof Texts['list']['refusal'];

/** Where a list of tasks from above is uploaded or pasted. */
export function enterListPage(ctx: Ctx): Promise<PageReply> {
  return Promise.resolve(start(ctx, ''));
}

/** An empty list with the heads that are read, and one line as an example. */
export function taskListTemplate(ctx: Ctx): Promise<DownloadReply> {
  must(policy.may(ctx.actor, 'enter-list'));
  const { heads, example } = texts(ctx.lang).list;
  const columns = columnNames.map((name) =>
    fileColumn<Partial<Record<ColumnName, string>>>(name, heads[name], (row) => row[name] ?? ''),
  );
  const file = xlsxFile(texts(ctx.lang).noun, columns);
  const bytes = Buffer.concat([file.add([example]), file.end()]);
  return Promise.resolve(download('viec-cap-tren-giao.xlsx', mediaTypes.xlsx, bytes));
}

/** Shows what would become of each line; with `enter`, enters the list when every line can be. */
export async function taskListAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.may(ctx.actor, 'enter-list'));
  const typed = req.form.text('list');
  const file = req.form.file('file');
  const rows = file && file.size > 0 ? await readListFile(file) : readDelimited(typed);
  if (!rows) return start(ctx, typed, 'unreadable');
  if (rows.length === 0) return start(ctx, typed, 'nothing');
  const written = readRows(rows);
  if (!written) return start(ctx, typed, 'no-heads');
  if (written.length === 0) return start(ctx, typed, 'no-rows');
  if (written.length > mostRows) return start(ctx, '', 'too-many');
  const checked = await checkList(ctx, written);
  const tasks = checked.flatMap(({ task }) => task ?? []);
  if (req.form.text('deed') !== 'enter' || tasks.length < checked.length) return preview(ctx, checked);
  const outcome = await enterTaskList(ctx, tasks);
  if (!outcome.ok) return preview(ctx, checked, outcome.code);
  return seeOther(tasksLink({ nguon: 'cap-tren' }), {
    tone: 'ok',
    text: texts(ctx.lang).list.entered(formatNumber(ctx.lang, outcome.value.tasks)),
    undo: discardTaskListLink(outcome.value.id),
  });
}

/** Throws a whole list away that was entered by mistake. */
export async function discardTaskListAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await discardTaskList(ctx, req.params.id ?? '');
  const back = tasksLink({ nguon: 'cap-tren' });
  if (!outcome.ok) return seeOther(back, { tone: 'late', text: t.list.workedOn });
  return seeOther(back, { tone: 'ok', text: t.list.discarded(formatNumber(ctx.lang, outcome.value.tasks)) });
}

function crumbs(ctx: Ctx) {
  const t = texts(ctx.lang);
  return [
    { label: taskTexts(ctx.lang).list, href: tasksLink() },
    { label: t.title, href: tasksFromAboveLink },
    { label: t.list.title },
  ];
}

function start(ctx: Ctx, list: string, refusal?: ListRefusal): PageReply {
  must(policy.may(ctx.actor, 'enter-list'));
  const t = texts(ctx.lang);
  return page({
    ...(refusal ? { status: 422 as const } : {}),
    title: t.list.title,
    current: tasksLink(),
    keepsForms: true,
    crumbs: crumbs(ctx),
    body: (
      <>
        <ErrorSummary
          title={t.errorTitle}
          problems={refusal ? [{ fieldId: 'list', text: t.list.refusal[refusal] }] : []}
        />
        <PageHead
          title={t.list.title}
          lead={t.list.lead}
          actions={
            <LinkButton href={taskListTemplateLink} icon="download" download>
              {t.list.template}
            </LinkButton>
          }
        />
        <KeptForm action={taskListFileLink} enctype="multipart/form-data" class="form">
          <FileField
            name="file"
            label={t.list.file}
            chooseLabel={t.list.choose}
            accept=".xlsx,.csv,.tsv,.txt"
          />
          <TextareaField name="list" label={t.list.paste} rows={8} value={list} />
          <p class="form-actions">
            <Button kind="primary">{t.list.preview}</Button>
            <LinkButton kind="quiet" href={tasksLink()}>
              {t.back}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}

function preview(ctx: Ctx, rows: readonly CheckedTask[], refusal?: ListRefusal): PageReply {
  const t = texts(ctx.lang);
  const wrong = rows.filter((row) => row.problem !== undefined).length;
  const isRefused = wrong > 0 || refusal !== undefined;
  return page({
    ...(isRefused ? { status: 422 as const } : {}),
    title: t.list.previewTitle,
    current: tasksLink(),
    keepsForms: true,
    crumbs: crumbs(ctx),
    body: (
      <>
        <ErrorSummary
          title={t.errorTitle}
          problems={isRefused ? [{ fieldId: 'list', text: t.list.refusal[refusal ?? 'row-wrong'] }] : []}
        />
        <PageHead
          title={t.list.previewTitle}
          lead={t.list.previewLead(formatNumber(ctx.lang, rows.length), formatNumber(ctx.lang, wrong))}
        />
        <KeptForm action={taskListFileLink} class="stack" keepsAtOnce>
          <CheckedTable lang={ctx.lang} rows={rows} />
          <TextareaField
            name="list"
            label={t.list.edit}
            rows={8}
            value={asText(
              t,
              rows.map((row) => row.written),
            )}
          />
          <p class="form-actions">
            {wrong === 0 && (
              <Button kind="primary" name="deed" value="enter">
                {t.list.enter}
              </Button>
            )}
            <Button name="deed" value="preview">
              {t.list.again}
            </Button>
            <LinkButton kind="quiet" href={taskListFileLink}>
              {t.list.back}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}

function asText(t: Texts, rows: readonly WrittenTask[]): string {
  const head = columnNames.map((name) => t.list.heads[name]);
  return writeDelimited([head, ...rows.map((row) => columnNames.map((name) => row[name]))]);
}
