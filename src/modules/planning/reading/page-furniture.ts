import type { Block, SourceFormat } from '#platform/docread/document.ts';
import { bare } from './letters.ts';

const PAGE_NUMBER =
  /^(?:[-–]\s*)?(?:trang\s*(?:so\s*)?:?\s*)?\d{1,3}(?:\s*(?:\/|tren|of)\s*\d{1,3})?(?:\s*[-–])?$/;
const SHORTEST_RUNNING = 8;
const LONGEST_RUNNING = 120;
const OFTEN = 3;

/** The blocks of a source without what its pages print around the text: page numbers, running titles. */
export function withoutFurniture(blocks: readonly Block[], format: SourceFormat): readonly Block[] {
  if (format !== 'txt') return blocks;
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind === 'paragraph') counts.set(block.text, (counts.get(block.text) ?? 0) + 1);
  }
  return blocks.filter((block, index) => {
    if (block.kind === 'table') return true;
    if (isPageNumber(block)) return false;
    const times = counts.get(block.text) ?? 0;
    const byNumber = isPageNumber(blocks[index - 1]) || isPageNumber(blocks[index + 1]);
    return !isRunningTitle(block.text) || times < 2 || (times < OFTEN && !byNumber);
  });
}

function isPageNumber(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.label === undefined && PAGE_NUMBER.test(bare(block.text));
}

/** True for words that could stand above every page: no item of a list, no field, no whole sentence. */
function isRunningTitle(text: string): boolean {
  return text.length >= SHORTEST_RUNNING && text.length <= LONGEST_RUNNING && !/^[-+•*]|[:;.]/u.test(text);
}
