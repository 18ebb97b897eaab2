import { listUnits } from '#modules/directory/index.server.ts';
import { type PlainList, plainListPage, sorting } from '#modules/lists/index.server.ts';
import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { books, numberAndSymbol, paperStates } from '../issued-paper.ts';
import { issuedPaperLink, issuedPapersLink, newPaperLink, paperBatchesLink } from '../../links.ts';
import { texts as batchTexts } from '../../paper-batch/texts.ts';
import { type PaperRow, paperRows } from '../listed.server.ts';
import { paperListShape } from '../paper-list.ts';
import type { PaperSource } from '../paper-source.server.ts';
import { StateTag } from '../parts/state-tag.tsx';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** The papers of the office with their drafts, for the kinds that there are. */
export function issuedPaperList(sources: readonly PaperSource[]): PlainList<PaperRow> {
  const kinds = sources.map((source) => source.kind);
  const kindName = (ctx: Ctx, kind: string) =>
    sources.find((source) => source.kind === kind)?.name(ctx.lang) ?? kind;
  return {
    path: issuedPapersLink,
    shape: paperListShape(kinds),
    rows: paperRows(kinds),
    mayRead: policy.readSome,
    title: (ctx) => texts(ctx.lang).list,
    caption: (ctx) => texts(ctx.lang).caption,
    words: async (ctx) => {
      const t = texts(ctx.lang);
      const units = await listUnits(ctx);
      return {
        'tinh-trang': {
          label: t.column.state,
          options: paperStates.map((value) => ({ value, label: t.state[value] })),
        },
        loai: {
          label: t.column.kind,
          options: sources.map((source) => ({ value: source.kind, label: source.name(ctx.lang) })),
        },
        so: { label: t.column.book, options: books.map((value) => ({ value, label: t.book[value] })) },
        'don-vi': {
          label: t.column.units,
          options: units.map((unit) => ({ value: unit.id, label: unit.name })),
        },
        nam: { label: t.column.year },
        'ngay-ban-hanh': { label: t.column.issuedOn },
        'so-van-ban': { label: t.column.plainNumber },
        'trich-yeu': { label: t.column.paper },
        'nguoi-ky': { label: t.column.signer },
      };
    },
    quick: ['loai', 'tinh-trang', 'don-vi'],
    table: async (ctx, list) => {
      const t = texts(ctx.lang);
      const units = new Map((await listUnits(ctx)).map((unit) => [unit.id as string, unit.name]));
      return [
        {
          key: 'subject',
          label: t.column.paper,
          priority: 'lead',
          render: (row) => (
            <>
              <a href={issuedPaperLink(row.id)}>{row.subject}</a>
              <small>{kindName(ctx, row.kind)}</small>
            </>
          ),
        },
        {
          key: 'number',
          label: t.column.number,
          size: 'medium',
          render: (row) => (row.number === null ? t.noNumber : numberAndSymbol(row.number, row.symbol)),
          ...sorting(list, 'so-van-ban'),
        },
        {
          key: 'on',
          label: t.column.issuedOn,
          size: 'short',
          render: (row) => (row.issuedOn ? formatDate(row.issuedOn) : ''),
          ...sorting(list, 'ngay-ban-hanh'),
        },
        {
          key: 'units',
          label: t.column.units,
          size: 'medium',
          render: (row) => unitsOf(ctx, row, units),
        },
        { key: 'signer', label: t.column.signer, size: 'medium', render: (row) => row.signerName },
        {
          key: 'state',
          label: t.column.state,
          size: 'medium',
          render: (row) => <StateTag lang={ctx.lang} state={row.state} />,
        },
      ];
    },
    rowName: (_ctx, row) => row.subject,
    none: (ctx) => {
      const t = texts(ctx.lang);
      return (
        <EmptyState title={t.none.title} action={draftButton(ctx)}>
          {t.none.text}
        </EmptyState>
      );
    },
    file: {
      act: 'casework.issued-paper.export',
      fileName: 'van-ban',
      columns: (ctx) => {
        const t = texts(ctx.lang);
        return [
          fileColumn('so', t.column.number, (row) =>
            row.number === null ? null : numberAndSymbol(row.number, row.symbol),
          ),
          fileColumn('ngay', t.column.issuedOn, (row) => row.issuedOn && { day: row.issuedOn }),
          fileColumn('loai', t.column.kind, (row) => kindName(ctx, row.kind)),
          fileColumn('trich-yeu', t.column.paper, (row) => row.subject),
          fileColumn('nguoi-ky', t.column.signer, (row) => row.signerName),
          fileColumn('noi-nhan', t.column.recipients, (row) => row.recipients.replaceAll('\n', '; ')),
          fileColumn('so-dang-ky', t.column.book, (row) => (row.book ? t.book[row.book] : null)),
          fileColumn('nguoi-soan', t.column.draftedBy, (row) => row.draftedByName),
          fileColumn('tinh-trang', t.column.state, (row) => t.state[row.state]),
        ];
      },
    },
    together: {
      act: 'casework.paper-batch.make',
      path: paperBatchesLink,
      label: (ctx) => batchTexts(ctx.lang).print,
    },
    trash: 'issued-paper',
  };
}

/** The papers of the filter in the address. */
export function issuedPaperListPage(ctx: Ctx, req: Req, list: PlainList<PaperRow>): Promise<Reply> {
  return plainListPage(ctx, req, list, { actions: (isEmpty) => !isEmpty && draftButton(ctx) });
}

/** The units of a paper in one line: all of two, or the first and how many more. */
function unitsOf(ctx: Ctx, row: PaperRow, units: ReadonlyMap<string, string>): string {
  const names = row.unitIds.flatMap((id) => units.get(id) ?? []);
  const [first] = names;
  if (first === undefined || names.length <= 2) return names.join('; ');
  return texts(ctx.lang).andOthers(first, formatNumber(ctx.lang, names.length - 1));
}

function draftButton(ctx: Ctx) {
  if (!policy.draft(ctx.actor).allowed) return undefined;
  return (
    <LinkButton kind="primary" href={newPaperLink()} shortcut="N">
      {texts(ctx.lang).add}
    </LinkButton>
  );
}
