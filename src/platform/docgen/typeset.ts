import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { productRoot } from '#platform/config/product-root.ts';
import { fontCoverage } from './font-coverage.ts';

const folder = join(productRoot, 'src', 'platform', 'docgen');
const fonts = join(folder, 'fonts');
/** For archives: all fonts inside, the structure tagged, every letter with its character. */
const STANDARD = 'a-2a';
/** Stands for a letter that the font lacks; such an archive may not hold a letter without a shape. */
const MISSING = '\u25a1';
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** Letters that mean nothing outside one font, which an archive may not hold even where the font draws them. */
const PRIVATE = /\p{Private_Use}/u;
/** Invisible letters that only say where a line may break. */
const BREAKS = new Set(['\u00ad', '\u200b']);

/**
 * Sets one paper in type, from the JSON of its order (`typesetOrder`), and gives the bytes of the PDF.
 *
 * Runs in the program `typesetter`, where what it costs is bounded. Throws where the paper cannot be set.
 */
export function typeset(order: string): Uint8Array {
  const template = join(folder, 'typst', 'paper.typ');
  const compiler = NodeCompiler.create({
    workspace: join(folder, 'typst'),
    fontArgs: [{ fontPaths: [fonts] }],
  });
  const outcome = compiler.compile({ mainFilePath: template, inputs: { order: drawable(order) } });
  if (outcome.result === null) {
    throw new Error(`The template failed: ${JSON.stringify(outcome.takeError()?.shortDiagnostics)}`);
  }
  return new Uint8Array(compiler.pdf(outcome.result, { pdfStandard: STANDARD }));
}

function drawable(text: string): string {
  const covers = fontCoverage(readFileSync(join(fonts, 'Tinos-Regular.ttf')));
  const known = new Map<string, string>();
  return text.replace(/[^\0-\x7f]/gu, (letter) => {
    const drawn = known.get(letter) ?? shapeOf(letter, covers);
    known.set(letter, drawn);
    return drawn;
  });
}

function shapeOf(letter: string, covers: (letter: string) => boolean): string {
  if (BREAKS.has(letter)) return letter;
  if (INVISIBLE.test(letter)) return '';
  return covers(letter) && !PRIVATE.test(letter) ? letter : MISSING;
}
