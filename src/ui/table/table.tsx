import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Icon } from '../icon/icon.tsx';
import { type ReadyRows, ReadyRowsContext } from './ready-rows.ts';
import { keptMarkup } from './kept-markup.ts';

export type Column<Row> = {
  key: string;
  label: string;
  /** The head is said, not drawn: a column of bars or of buttons. */
  isLabelHidden?: boolean | undefined;
  /** Buttons and links for the one at the screen: whoever draws the table for paper leaves the column out. */
  isForScreen?: boolean | undefined;
  /** Address that sorts by this column, or turns its order round. */
  sortHref?: string | undefined;
  sorted?: 'ascending' | 'descending' | undefined;
  render: (row: Row, index: number) => ComponentChildren;
  /** `lead` names the row and heads its card; `aside` comes last on a card; one lead a table. */
  priority?: 'lead' | 'main' | 'aside' | undefined;
  align?: 'start' | 'end' | undefined;
  /** Room the column keeps on a wide table; the lead takes what is left. */
  size?: 'check' | 'tiny' | 'short' | 'medium' | 'long' | 'bar' | undefined;
  total?: ComponentChildren;
};

export type TableProps<Row> = {
  /** What the table holds and how it is ordered; said unless `isCaptionShown`. */
  caption: string;
  isCaptionShown?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Id of a row, to link to it. */
  rowId?: ((row: Row) => string) | undefined;
  /**
   * Says everything that the row shows, language and day included; rows with the same key are drawn once and kept.
   * For long lists that are read often; cells may then not depend on the row's number.
   */
  markupKey?: ((row: Row) => string) | undefined;
  /** The row this page speaks of now. */
  isCurrent?: ((row: Row) => boolean) | undefined;
  /**
   * Where room is under 640 px: labelled cards, tight cards with the figures side by side, or still a table
   * when its few columns fit a phone; then only bars give way.
   */
  narrow?: 'cards' | 'tight' | 'table' | undefined;
  /** With its own border, or flush: with the panel around it, or with the text of a public page. */
  frame?: 'own' | 'none' | undefined;
};

/**
 * Rows of one kind. Under 640 px of its own room each row becomes a card with labels, unless told otherwise; explicit roles keep it
 * a table for screen readers, which the change of display would otherwise undo.
 */
export function Table<Row>(props: TableProps<Row>) {
  const ready = useContext(ReadyRowsContext);
  const hasTotals = props.columns.some((column) => column.total !== undefined);
  return (
    <div class="table-room" data-frame={props.frame ?? 'own'}>
      <table
        class="table"
        data-narrow={props.narrow ?? 'cards'}
        data-figures={figureCount(props.columns)}
        data-checks={props.columns.some((column) => column.size === 'check') ? true : undefined}
        role="table"
      >
        <caption class={props.isCaptionShown ? undefined : 'said'}>{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {props.columns.map((column) => (
              <ColumnHead key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {props.rows.map((row, index) => (
            <tr
              key={props.rowKey(row)}
              id={props.rowId?.(row)}
              role="row"
              data-row={props.rowKey(row)}
              aria-current={props.isCurrent?.(row) ? 'true' : undefined}
              {...rowContent(props, row, index, ready)}
            />
          ))}
        </tbody>
        {hasTotals && (
          <tfoot role="rowgroup">
            <tr role="row">
              {props.columns.map((column) => (
                <Cell key={column.key} column={column} content={column.total} />
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** Columns that stand side by side on a tight card. */
function figureCount<Row>(columns: readonly Column<Row>[]): number {
  return columns.filter((column) => column.priority !== 'lead' && column.size !== 'bar').length;
}

const SORT_ICON = { none: 'sort', ascending: 'chevron-up', descending: 'chevron-down' } as const;

function ColumnHead<Row>({ column }: { column: Column<Row> }) {
  const { label, sortHref, sorted } = column;
  return (
    <th scope="col" role="columnheader" aria-sort={sorted} data-size={column.size} data-align={column.align}>
      {sortHref ? (
        <a href={sortHref}>
          {label}
          <Icon name={SORT_ICON[sorted ?? 'none']} size="small" />
        </a>
      ) : (
        <span class={column.isLabelHidden ? 'said' : undefined}>{label}</span>
      )}
    </th>
  );
}

/** The cells of a row, or their kept markup where the list gives a key for it. */
function rowContent<Row>(props: TableProps<Row>, row: Row, index: number, ready: ReadyRows | undefined) {
  const cells = () =>
    props.columns.map((column) => (
      <Cell key={column.key} column={column} content={column.render(row, index)} />
    ));
  const key = props.markupKey?.(row);
  if (key === undefined) return { children: cells() };
  const markup = keptMarkup(key, () => <>{cells()}</>);
  return { dangerouslySetInnerHTML: { __html: ready ? ready.hold(markup) : markup.text } };
}

function Cell<Row>({ column, content }: { column: Column<Row>; content: ComponentChildren }) {
  if (column.priority === 'lead') {
    return (
      <th scope="row" role="rowheader" data-priority="lead">
        {content}
      </th>
    );
  }
  return (
    <td
      role="cell"
      data-label={column.isLabelHidden ? undefined : column.label}
      data-priority={column.priority}
      data-align={column.align}
      data-size={column.size}
      data-empty={content === undefined || content === null || content === '' ? true : undefined}
    >
      {content}
    </td>
  );
}
