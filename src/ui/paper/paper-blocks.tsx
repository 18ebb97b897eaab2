import { createElement } from 'preact';
import { outlineLook } from '#platform/docgen/outline-look.ts';
import type { Look, PageLayout } from '#platform/docgen/page-layout.ts';
import {
  type Addressees,
  addresseeLines,
  type Outline,
  type PaperBlock,
  type PaperCell,
  type PaperTable,
  runsOf,
  type Words,
} from '#platform/docgen/paper.ts';
import { cellAlign, placedRows } from '#platform/docgen/placed-rows.ts';

/** Headings of the body stand under that of the paper. */
const TOP_LEVEL = 2;
const LOWEST_LEVEL = 6;

/** Size and style of an element, in attributes that the style sheet knows. */
export function lookOf({ sizePt, bold, italic }: Look) {
  return { 'data-pt': sizePt, 'data-bold': bold || undefined, 'data-italic': italic || undefined };
}

/** Words with the pieces that stand out in them. */
export function PaperWords({ words }: { words: Words }) {
  return (
    <>
      {runsOf(words).map(({ text, bold, italic }, index) =>
        bold === undefined && italic === undefined ? (
          text
        ) : (
          <span key={index} data-bold={bold} data-italic={italic}>
            {text}
          </span>
        ),
      )}
    </>
  );
}

/** Paragraphs, headings and tables of a part. */
export function PaperBlocks({ blocks, layout }: { blocks: readonly PaperBlock[]; layout: PageLayout }) {
  return (
    <>
      {blocks.map((block, index) => (
        <Block key={index} block={block} layout={layout} />
      ))}
    </>
  );
}

function Block({ block, layout }: { block: PaperBlock; layout: PageLayout }) {
  if (block.kind === 'table') return <GridTable table={block} sizePt={layout.tableSizePt} />;
  if (block.kind === 'outline') return <OutlinePiece piece={block} layout={layout} />;
  if (block.kind === 'addressees') return <AddresseeLines block={block} layout={layout} />;
  return (
    <p class="paper-text" data-align={block.align} {...lookOf(layout.looks.body)}>
      <PaperWords words={block.words} />
    </p>
  );
}

function AddresseeLines({ block, layout }: { block: Addressees; layout: PageLayout }) {
  const look = lookOf(layout.looks.addressees);
  const [only] = block.names;
  if (only !== undefined && block.names.length === 1)
    return (
      <p class="paper-text" data-align="center" {...look}>
        {`${block.label} ${only}`}
      </p>
    );
  return (
    <div class="paper-addressees" {...look}>
      <p>{block.label}</p>
      <div>
        {addresseeLines(block).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}

function OutlinePiece({ piece, layout }: { piece: Outline; layout: PageLayout }) {
  const { centred, bold, depth } = outlineLook(piece.level);
  const tag = depth === undefined ? 'p' : `h${Math.min(TOP_LEVEL + depth, LOWEST_LEVEL)}`;
  return createElement(
    tag,
    {
      class: 'paper-text',
      'data-align': centred ? 'center' : undefined,
      ...lookOf({ ...layout.looks.body, bold }),
    },
    <span class={centred ? 'paper-label' : undefined}>{piece.label} </span>,
    <PaperWords words={piece.words} />,
  );
}

function GridTable({ table, sizePt }: { table: PaperTable; sizePt: number }) {
  const whole = table.columns.reduce((sum, column) => sum + column.share, 0);
  const rows = placedRows(table).map((row, index) => (
    <tr key={index}>
      {row.map((placed, place) => (
        <GridCell
          key={place}
          cell={placed.cell}
          align={cellAlign(table, placed)}
          isHeader={index < table.headerRows}
        />
      ))}
    </tr>
  ));
  return (
    <div class="paper-table-room" tabIndex={0} role="region" aria-label={table.caption || undefined}>
      <table class="paper-table" data-pt={sizePt}>
        <caption class="said">{table.caption}</caption>
        <colgroup>
          {table.columns.map((column, index) => (
            <col key={index} width={`${((column.share / whole) * 100).toFixed(2)}%`} />
          ))}
        </colgroup>
        {table.headerRows > 0 && <thead>{rows.slice(0, table.headerRows)}</thead>}
        <tbody>{rows.slice(table.headerRows)}</tbody>
      </table>
    </div>
  );
}

function GridCell({ cell, align, isHeader }: { cell: PaperCell; align: string; isHeader: boolean }) {
  const span = { colSpan: cell.columnSpan, rowSpan: cell.rowSpan };
  const words = <PaperWords words={cell.words} />;
  if (isHeader) {
    return (
      <th scope="col" {...span}>
        {words}
      </th>
    );
  }
  return (
    <td data-align={align === 'center' ? align : undefined} data-bold={cell.bold} {...span}>
      {words}
    </td>
  );
}
