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

/** What the typesetter is given: papers as printed, each with its layout, and what the file is called. */
export interface TypesetOrder {
  readonly papers: readonly { readonly paper: unknown; readonly layout: PageLayout }[];
  readonly title: string;
  readonly author: string;
  readonly font: string;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
}

/**
 * The order for one paper, or for several in one file, which is called as the first of them and bears its day: all that
 * the template would otherwise have to reckon is reckoned here.
 */
export function typesetOrder(first: Paper, ...others: readonly Paper[]): TypesetOrder {
  const papers = [first, ...others].map((paper) => {
    const layout = pageLayoutOn(paper.laidOutOn);
    return { printed: printedPaper(paper, layout), layout };
  });
  const { title, issuer } = papers[0]?.printed ?? first;
  return {
    title,
    author: issuer,
    font: FONT,
    date: partsOf(first.laidOutOn),
    papers: papers.map(({ printed, layout }) => ({
      layout,
      paper: {
        ...printed,
        body: printed.body.map(preparedBlock),
        annexes: printed.annexes.map((annex) => ({ ...annex, body: annex.body.map(preparedBlock) })),
      },
    })),
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
