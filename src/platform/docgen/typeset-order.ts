import { partsOf } from '#platform/clock/plain-date.ts';
import { outlineLook } from './outline-look.ts';
import { type PageLayout, pageLayoutOn } from './page-layout.ts';
import { addresseeLines, type Paper, type PaperBlock, type PaperTable, runsOf, type Words } from './paper.ts';
import { isGroupTitle, placedRows, staysWhole } from './placed-rows.ts';
import { printedPaper } from './printed-paper.ts';

/** The family of the fonts that lie beside this file; their letters are as wide as those of Times New Roman. */
const FONT = 'Tinos';
/** Letters without a space after which a line may break, so that no word runs out of its column. */
const LONGEST_WORD = 24;
const LONG_WORD = new RegExp(`\\S{${LONGEST_WORD}}(?=\\S)`, 'gu');
const ZERO_WIDTH_SPACE = '\u200b';

/** What the typesetter is given: the paper as printed, its layout, and the day that the file bears. */
export interface TypesetOrder {
  readonly paper: unknown;
  readonly layout: PageLayout;
  readonly font: string;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
}

/** The order for one paper: all that the template would otherwise have to reckon is reckoned here. */
export function typesetOrder(paper: Paper): TypesetOrder {
  const layout = pageLayoutOn(paper.laidOutOn);
  const printed = printedPaper(paper, layout);
  return {
    layout,
    font: FONT,
    date: partsOf(paper.laidOutOn),
    paper: {
      ...printed,
      body: printed.body.map(preparedBlock),
      annexes: printed.annexes.map((annex) => ({ ...annex, body: annex.body.map(preparedBlock) })),
    },
  };
}

function preparedBlock(block: PaperBlock): unknown {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, words: breakable(block.words) };
    case 'outline': {
      const { depth, ...look } = outlineLook(block.level);
      return { ...block, ...look, ...(depth === undefined ? {} : { depth }), words: breakable(block.words) };
    }
    case 'table':
      return preparedTable(block);
    case 'addressees':
      return block.names.length === 1
        ? { kind: 'paragraph', words: `${block.label} ${block.names[0]}`, align: 'center' }
        : { ...block, lines: addresseeLines(block) };
  }
}

function preparedTable(table: PaperTable): unknown {
  return {
    ...table,
    rows: placedRows(table).map((row) => {
      const isWhole = staysWhole(row);
      return {
        isGroupTitle: isGroupTitle(table, row),
        cells: row.map(({ cell }) => ({
          ...cell,
          words: breakable(cell.words),
          isWhole: isWhole && (cell.rowSpan ?? 1) === 1,
        })),
      };
    }),
  };
}

function breakable(words: Words): Words {
  return runsOf(words).map((run) => ({ ...run, text: run.text.replace(LONG_WORD, `$&${ZERO_WIDTH_SPACE}`) }));
}
