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

/** A page with fewer words may be a scan: a page number or the text of a signature stands on a scanned page too. */
const FEWEST_WORDS = 30;
/** Text laid unseen over a scan is all that the page says, however little. */
const FEWEST_UNSEEN_WORDS = 3;
const MOST_UNSEEN = 0.5;

/**
 * Reads a PDF file: paragraphs as they were before lines and pages broke them, tables rebuilt from their lines or
 * columns, page numbers and running headers left out.
 *
 * Pages that are pictures of text are recognised where `recognition` is given, and `recognised` is then set; without
 * it such a file is refused as `scanned`. Rejects with a `Refusal`, whatever the bytes.
 */
export async function readPdf(bytes: Uint8Array, recognition?: Recognition): Promise<SourceDocument> {
  const pages = await readTextLayer(bytes);
  const sparse = [...pages.entries()].flatMap(([number, { words, isUnseen }]) =>
    words.length < (isUnseen ? FEWEST_UNSEEN_WORDS : FEWEST_WORDS) ? [number] : [],
  );
  const isPictured = sparse.length > 0 && hasPictures(bytes);
  const scans = isPictured
    ? await recogniseScans(bytes, sparse, recognition)
    : new Map<number, PrintedPage>();
  const whole = pages.map((page, number) => scans.get(number) ?? page);
  const blocks = blocksOfPages(whole, new ReadingTally());
  const source = layLines('pdf', scans.size > 0 ? countTitles(blocks) : blocks);
  if (!source.lines.some((line) => line.trim() !== '')) throw new Refusal('empty');
  return scans.size > 0 || pages.some(({ isUnseen }) => isUnseen) ? { ...source, recognised: true } : source;
}

interface TextPage extends PrintedPage {
  /** True where a recognition program has laid its text, unseen, over a picture. */
  readonly isUnseen: boolean;
}

async function readTextLayer(bytes: Uint8Array): Promise<TextPage[]> {
  const pages: TextPage[] = [];
  await openPdf(bytes, 'without-pictures', async (document) => {
    await eachPage(document, [...Array(document.numPages).keys()], async (page) => {
      pages.push(textPage(await drawPage(page)));
    });
  });
  return pages;
}

function textPage({ width, height, rules, glyphs }: DrawnPage): TextPage {
  const words = wordsOf(glyphs).filter(({ left, right, baseline }) => {
    const middle = (left + right) / 2;
    return middle > 0 && middle < width && baseline > 0 && baseline < height;
  });
  const unseen = glyphs.filter((glyph) => glyph.unseen).length;
  return { width, height, rules, words, isUnseen: unseen > MOST_UNSEEN * glyphs.length };
}
