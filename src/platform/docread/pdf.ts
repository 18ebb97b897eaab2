import type { SourceDocument } from './document.ts';
import { layLines } from './lay-lines.ts';
import { blocksOfPages } from './pdf-flow.ts';
import { eachPage, openPdf } from './pdf-open.ts';
import type { PrintedPage } from './pdf-page.ts';
import { type DrawnPage, drawPage } from './pdf-read-page.ts';
import { hasPictures } from './pdf-streams.ts';
import { wordsOf } from './pdf-words.ts';
import { ReadingTally } from './reading-tally.ts';
import { Refusal } from './refusal.ts';
import { type Recognition, recogniseScans } from './scan-pages.ts';
import { countTitles } from './scan-title-numbers.ts';

/** A page with fewer words is no text page: a page number or a stamp may stand on a scanned page too. */
const FEWEST_WORDS = 8;
const MOST_UNSEEN = 0.5;

/**
 * Reads a PDF file: paragraphs as they were before lines and pages broke them, tables rebuilt from their lines or
 * columns, page numbers and running headers left out.
 *
 * Pages that are pictures of text are recognised where `recognition` is given, and `recognised` is then set; without
 * it such a file is refused as `scanned`. Rejects with a `Refusal`, whatever the bytes.
 */
export async function readPdf(bytes: Uint8Array, recognition?: Recognition): Promise<SourceDocument> {
  const { pages, hasUnseenText } = await readTextLayer(bytes);
  const wordless = [...pages.keys()].filter((number) => (pages[number]?.words.length ?? 0) < FEWEST_WORDS);
  const isPictured = wordless.length > 0 && hasPictures(bytes);
  const scans = isPictured
    ? await recogniseScans(bytes, wordless, recognition)
    : new Map<number, PrintedPage>();
  const whole = pages.map((page, number) => scans.get(number) ?? page);
  const blocks = blocksOfPages(whole, new ReadingTally());
  const source = layLines('pdf', scans.size > 0 ? countTitles(blocks) : blocks);
  if (!source.lines.some((line) => line.trim() !== '')) throw new Refusal('empty');
  return hasUnseenText || scans.size > 0 ? { ...source, recognised: true } : source;
}

async function readTextLayer(
  bytes: Uint8Array,
): Promise<{ readonly pages: PrintedPage[]; readonly hasUnseenText: boolean }> {
  const pages: PrintedPage[] = [];
  let hasUnseenText = false;
  await openPdf(bytes, 'without-pictures', async (document) => {
    await eachPage(document, [...Array(document.numPages).keys()], async (page) => {
      const drawn = await drawPage(page);
      hasUnseenText ||= isUnseen(drawn);
      const { width, height, rules } = drawn;
      const onPage = wordsOf(drawn.glyphs).filter(({ left, right, baseline }) => {
        const middle = (left + right) / 2;
        return middle > 0 && middle < width && baseline > 0 && baseline < height;
      });
      pages.push({ width, height, rules, words: onPage });
    });
  });
  return { pages, hasUnseenText };
}

/** True where a recognition program has laid its text, unseen, over a picture. */
function isUnseen({ glyphs }: DrawnPage): boolean {
  return glyphs.filter(({ unseen }) => unseen).length > MOST_UNSEEN * glyphs.length;
}
