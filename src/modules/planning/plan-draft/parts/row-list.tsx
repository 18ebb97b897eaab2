import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button } from '#ui/button/button.tsx';
import { DisclosureList } from '#ui/disclosure-list/disclosure-list.tsx';
import { SectionHead } from '#ui/page-head/page-head.tsx';
import { Pagination } from '#ui/pagination/pagination.tsx';
import { draftDeedLink, draftLink } from '../../links.ts';
import type { ReviewQuery } from '../input.ts';
import type { ReturnedForm } from '../returned-form.ts';
import type { AnyRow, PlanDraft } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import type { ReaderRemarks } from '../review.server.ts';
import { RowForm } from './row-form.tsx';
import { noteOf, RowState, titleOf } from './row-words.tsx';
import { texts } from '../texts.ts';

const rowsAPage = 100;

interface RowListProps {
  readonly ctx: Ctx;
  readonly found: PlanDraft;
  readonly query: ReviewQuery;
  /** Every row of the draft. */
  readonly all: readonly AnyRow[];
  /** Those of the kind and view in question. */
  readonly shown: readonly AnyRow[];
  readonly open: AnyRow | undefined;
  readonly remarks: ReaderRemarks;
  readonly returned: ReturnedForm | undefined;
}

/** The rows of one kind, a page at a time, one of them open for mending. */
export function RowList(props: RowListProps) {
  const { ctx, found, query, shown, open } = props;
  const t = texts(ctx.lang);
  const number = (n: number) => formatNumber(ctx.lang, n);
  const at = open ? shown.indexOf(open) : -1;
  const pages = Math.max(1, Math.ceil(shown.length / rowsAPage));
  const pageNumber = Math.min(pages, at >= 0 ? Math.floor(at / rowsAPage) + 1 : query.trang);
  const first = (pageNumber - 1) * rowsAPage;
  const rows = shown.slice(first, first + rowsAPage);
  const kind = open?.kind ?? query.loai;
  const view = query.xem === 'tat-ca' ? undefined : query.xem;
  const pageLink = (n: number) => draftLink(found.id, { loai: kind, xem: view, trang: String(n) });
  const r = texts(ctx.lang).reviewing;
  return (
    <>
      <SectionHead id="rows" title={t.review.rows} note={t.review.rowCount(number(shown.length))} />
      {rows.length === 0 ? (
        <p>{t.review.empty}</p>
      ) : (
        <DisclosureList
          label={t.review.rows}
          rows={rows.map((row, index) => ({
            id: `row-${row.id}`,
            lead: leadOf(row),
            title: titleOf(t, row),
            note: noteOf(ctx.lang, t, row),
            tag: RowState(t, row),
            isCurrent: row === open,
            href: row === open ? undefined : openLink(found, query, row),
            shortcut: shortcutOf(first + index - at, at >= 0, first + index),
            body: row === open && <OpenRow {...props} row={row} />,
          }))}
        />
      )}
      {pages > 1 && (
        <Pagination
          label={r.pages.label}
          summary={r.pages.summary(number(first + 1), number(first + rows.length), number(shown.length))}
          pages={Array.from({ length: pages }, (_, index) => ({
            number: index + 1,
            href: pageLink(index + 1),
            label: `${r.pages.label} ${index + 1}`,
            isCurrent: index + 1 === pageNumber,
          }))}
        />
      )}
      {policy.edit(ctx.actor).allowed && (
        <form method="post" action={draftDeedLink(found.id, 'them')} class="form-actions">
          <input type="hidden" name="kind" value={kind} />
          {open && <input type="hidden" name="after" value={open.id} />}
          <Button icon="plus">{r.deed.add}</Button>
        </form>
      )}
    </>
  );
}

function OpenRow({ ctx, found, all, shown, remarks, returned, row }: RowListProps & { row: AnyRow }) {
  const at = shown.indexOf(row);
  return (
    <RowForm
      ctx={ctx}
      found={found}
      row={row}
      sections={all}
      neighbours={shown.slice(Math.max(0, at - 4), at + 5)}
      repairs={remarks.repairs.filter((repair) => repair.line.some((line) => row.data.line.includes(line)))}
      returned={returned?.rowId === row.id ? returned : undefined}
    />
  );
}

/** The address that opens a row and keeps the view. */
export function openLink(found: PlanDraft, query: Pick<ReviewQuery, 'xem'>, row: AnyRow): string {
  const view = query.xem === 'tat-ca' ? undefined : query.xem;
  return `${draftLink(found.id, { loai: row.kind, xem: view, dong: row.id })}#row-${row.id}`;
}

/** The rows beside the open one answer to the arrows; with none open, the first does. */
function shortcutOf(distance: number, isOpen: boolean, index: number): string | undefined {
  if (!isOpen) return index === 0 ? 'ArrowDown' : undefined;
  if (distance === 1) return 'ArrowDown';
  return distance === -1 ? 'ArrowUp' : undefined;
}

function leadOf(row: AnyRow): string | undefined {
  if (row.kind === 'task') return [row.data.section, row.data.seq].filter(Boolean).join('.') || undefined;
  return row.kind === 'section' ? row.data.code : undefined;
}
