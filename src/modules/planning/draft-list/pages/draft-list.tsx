import {
  type ManyDeeds,
  manyOf,
  type PlainList,
  plainListPage,
  sorting,
} from '#modules/lists/index.server.ts';
import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import { draftLink, draftsLink, plansLink, startLink } from '../../links.ts';
import { uploadPlan } from '../../plan-draft/commands/upload.server.ts';
import { UploadForm } from '../../plan-draft/parts/upload-form.tsx';
import { draftOrigins, type DraftState, draftStates } from '../../plan-draft/plan-draft.ts';
import * as policy from '../../plan-draft/policy.ts';
import { countSeenRows } from '../../plan-draft/queries.server.ts';
import { texts as draftTexts } from '../../plan-draft/texts.ts';
import { sentenceOf } from '../../reading/refusal-texts.ts';
import { draftListShape } from '../draft-list.ts';
import { type DraftRow, draftRows } from '../listed.server.ts';
import { discardMany } from '../parts/discard-many.tsx';
import { texts } from '../texts.ts';

const stateTone: Readonly<Record<DraftState, Tone>> = {
  reading: 'info',
  refused: 'late',
  draft: 'soon',
  checked: 'info',
  issued: 'ok',
  discarded: 'neutral',
};

const draftDeeds: ManyDeeds = {
  act: 'planning.plan-draft.change-many',
  deeds: [discardMany],
  reason: (ctx, code) => (texts(ctx.lang).reason as Readonly<Record<string, string>>)[code] ?? code,
};

/** The imports and drafts so far, the newest first. */
export const draftList: PlainList<DraftRow> = {
  path: draftsLink,
  shape: draftListShape,
  rows: draftRows,
  mayRead: policy.read,
  title: (ctx) => draftTexts(ctx.lang).list,
  caption: (ctx) => draftTexts(ctx.lang).earlier,
  crumbs: (ctx) => [{ label: draftTexts(ctx.lang).plans, href: plansLink }],
  words: (ctx) => {
    const t = texts(ctx.lang).fields;
    const { state } = draftTexts(ctx.lang);
    return Promise.resolve({
      'tinh-trang': {
        label: t.state,
        options: draftStates.map((value) => ({ value, label: state[value] })),
      },
      nguon: { label: t.origin, options: draftOrigins.map((value) => ({ value, label: t.origins[value] })) },
      'ngay-nhap': { label: t.day },
      'nguoi-nhap': { label: t.by },
      ten: { label: t.name },
      tep: { label: t.file },
    });
  },
  quick: ['tinh-trang', 'nguon'],
  table: async (ctx, list, rows) => {
    const t = draftTexts(ctx.lang);
    const underReview = rows.filter((row) => row.state === 'draft').map((row) => row.id);
    const seen = await countSeenRows(ctx, underReview);
    return [
      {
        key: 'file',
        label: texts(ctx.lang).fields.name,
        priority: 'lead',
        render: (row) => <a href={draftLink(row.id)}>{row.name || t.list}</a>,
        ...sorting(list, 'ten'),
      },
      {
        key: 'state',
        label: t.column.state,
        size: 'medium',
        render: (row) => (
          <>
            <Tag tone={stateTone[row.state]}>{t.state[row.state]}</Tag>
            {seen.has(row.id) && <small>{seenWords(ctx, seen.get(row.id))}</small>}
          </>
        ),
      },
      {
        key: 'by',
        label: t.column.by,
        size: 'medium',
        render: (row) => row.createdByName,
        ...sorting(list, 'nguoi-nhap'),
      },
      {
        key: 'at',
        label: t.column.at,
        size: 'medium',
        render: (row) => formatInstant(ctx.lang, row.createdAt),
        ...sorting(list, 'luc-nhap'),
      },
    ];
  },
  rowName: (ctx, row) => row.name || draftTexts(ctx.lang).list,
  none: (ctx) => {
    const t = draftTexts(ctx.lang).none;
    return <EmptyState title={t.title}>{t.text}</EmptyState>;
  },
  file: {
    act: 'planning.plan-draft.export',
    fileName: 'du-thao',
    columns: (ctx) => {
      const t = texts(ctx.lang).fields;
      return [
        fileColumn('ten', t.name, (row) => row.name),
        fileColumn('tep', t.file, (row) => row.fileName),
        fileColumn('nguon', t.origin, (row) => t.origins[row.origin]),
        fileColumn('tinh-trang', t.state, (row) => draftTexts(ctx.lang).state[row.state]),
        fileColumn('nguoi-nhap', t.by, (row) => row.createdByName),
        fileColumn('luc-nhap', draftTexts(ctx.lang).column.at, (row) =>
          formatInstant(ctx.lang, row.createdAt),
        ),
      ];
    },
  },
  many: draftDeeds,
  trash: 'plan-draft',
};

/** What can be done with many drafts at once. */
export const manyDrafts = manyOf(draftList, draftDeeds);

/** Where a plan comes in: the upload form, and the imports so far. */
export function draftListPage(ctx: Ctx, req: Req): Promise<Reply> {
  return listing(ctx, req, undefined);
}

/** Takes the file and shows how its reading goes on; a file that cannot be one is refused beside the field. */
export async function uploadAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.upload(ctx.actor));
  const file = req.form.file('file');
  if (!file || (file.size === 0 && file.name === '')) return listing(ctx, req, draftTexts(ctx.lang).noFile);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const outcome = await uploadPlan(ctx, { fileName: file.name, bytes });
  if (outcome.ok) return seeOther(draftLink(outcome.value));
  return listing(ctx, req, sentenceOf(outcome.code, ctx.lang));
}

function listing(ctx: Ctx, req: Req, problem: string | undefined): Promise<Reply> {
  const t = draftTexts(ctx.lang);
  const mayUpload = policy.upload(ctx.actor).allowed;
  return plainListPage(ctx, req, draftList, {
    ...(problem ? { status: 422 } : {}),
    problems: (
      <ErrorSummary title={t.errorTitle} problems={problem ? [{ fieldId: 'file', text: problem }] : []} />
    ),
    actions: () => (
      <>
        {mayUpload && (
          <LinkButton kind="primary" href="#upload" icon="upload">
            {t.toUpload}
          </LinkButton>
        )}
        {policy.edit(ctx.actor).allowed && (
          <LinkButton href={startLink({ cach: 'trong' })} icon="plus" shortcut="N">
            {t.beginning.title}
          </LinkButton>
        )}
      </>
    ),
    // Below: on a phone the form would push the first draft off the first screen.
    below: mayUpload && (
      <Panel id="upload" title={t.uploadTitle}>
        <p>{t.uploadLead}</p>
        <UploadForm ctx={ctx} problem={problem} />
      </Panel>
    ),
  });
}

function seenWords(ctx: Ctx, count: { seen: number; all: number } | undefined): string {
  const number = (n: number) => formatNumber(ctx.lang, n);
  return draftTexts(ctx.lang).review.progress(number(count?.seen ?? 0), number(count?.all ?? 0));
}
