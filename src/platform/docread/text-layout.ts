import type { LooseBlock } from './loose-blocks.ts';
import type { ReadingTally } from './reading-tally.ts';
import { type LaidLine, leavesOf } from './text-leaves.ts';
import { withoutMarkup } from './text-markup.ts';
import { hasSides, proseBlocks } from './text-prose.ts';
import { findTableRuns } from './text-table-run.ts';
import { spacedTable } from './text-table.ts';

/** A longer line was not laid out by spaces: no printer and no program that copies a page sets it. */
const WIDEST_LINE = 400;

/**
 * The blocks of a text that is laid out by spaces, as a printer or a program that copies the page of a PDF file sets
 * it: tables by what stands below what, texts side by side, and paragraphs whose lines are wrapped.
 *
 * Undefined where nothing stands in columns, for then each line means what it says. Refuses (`too-long`) more cells
 * and paragraphs than people write.
 */
export function spacedBlocks(text: string, tally: ReadingTally): LooseBlock[] | undefined {
  const leaves = leavesOf(text);
  if (leaves.some((lines) => lines.some(({ segments }) => (segments.at(-1)?.end ?? 0) > WIDEST_LINE)))
    return undefined;
  const blocks: LooseBlock[] = [];
  let prose: LaidLine[] = [];
  let tables = 0;
  const endProse = (): void => {
    for (const block of proseBlocks(prose, tally)) blocks.push(block);
    prose = [];
  };
  for (const lines of leaves) {
    let at = 0;
    for (const { from, to } of findTableRuns(lines)) {
      const table = spacedTable(lines.slice(from, to), tally);
      if (!table) continue;
      for (const line of lines.slice(at, from)) prose.push(line);
      if (hasSides(prose)) tables++;
      endProse();
      blocks.push(table);
      tables++;
      at = to;
    }
    for (const line of lines.slice(at)) prose.push(line);
  }
  if (hasSides(prose)) tables++;
  endProse();
  return tables > 0 ? blocks.map(unmarked) : undefined;
}

function unmarked(block: LooseBlock): LooseBlock {
  return block.kind === 'paragraph' ? { ...block, ...withoutMarkup(block.text) } : block;
}
