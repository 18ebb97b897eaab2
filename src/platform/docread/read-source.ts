import { detectSource } from './detect.ts';
import { readDoc } from './doc.ts';
import type { SourceDocument } from './document.ts';
import { readWordPackage } from './docx.ts';
import { readHtmlFile } from './html.ts';
import { MAX_SOURCE_BYTES } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { Recognition } from './scan-pages.ts';
import { readText } from './text.ts';
import { readWorkbook } from './workbook.ts';

const NAME_OF_TEXT = /\.(?:txt|md|csv|tsv)$/i;

/**
 * Reads a source of any format known here into numbered lines and blocks.
 *
 * The content alone decides what the file is. Its name only decides how unreadable bytes are refused: under the name
 * of a text file they are `not-text`, under any other `wrong-type`. Scanned pages are recognised where `recognition`
 * says how. Rejects with a `Refusal` and nothing else.
 */
export async function readSource(
  bytes: Uint8Array,
  fileName: string,
  recognition?: Recognition,
): Promise<SourceDocument> {
  if (bytes.length === 0) throw new Refusal('empty');
  if (bytes.length > MAX_SOURCE_BYTES) throw new Refusal('too-large');
  const detected = detectSource(bytes);
  switch (detected.format) {
    case 'docx':
      return readWordPackage(detected.zip);
    case 'doc':
      return readDoc(bytes);
    case 'xlsx':
      return readWorkbook(detected.zip);
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(bytes, recognition);
    case 'html':
      return readHtmlFile(bytes);
    case 'txt':
      return readTextNamed(bytes, fileName);
  }
}

function readTextNamed(bytes: Uint8Array, fileName: string): SourceDocument {
  try {
    return readText(bytes);
  } catch (problem) {
    const isNotText = problem instanceof Refusal && problem.code === 'not-text';
    throw isNotText && !NAME_OF_TEXT.test(fileName) ? new Refusal('wrong-type', problem) : problem;
  }
}
