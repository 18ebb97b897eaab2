import { readSource } from '#platform/docread/read-source.ts';
import { Refusal } from '#platform/docread/refusal.ts';
import { readDelimited } from './delimited.ts';
import { mostBytes } from './officer-import.ts';

/** The rows of an uploaded file: a workbook (.xlsx), or text between commas, semicolons or tabs in UTF-8. */
export async function readListFile(file: File): Promise<string[][] | undefined> {
  if (file.size > mostBytes) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? readWorkbookRows(bytes, file.name) : readText(bytes);
}

function readText(bytes: Uint8Array): string[][] | undefined {
  try {
    return readDelimited(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function readWorkbookRows(bytes: Uint8Array, name: string): Promise<string[][] | undefined> {
  try {
    const { blocks } = await readSource(bytes, name);
    return blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? [[block.text]]
        : block.rows.map((row) => {
            const cells = Array.from({ length: block.width }, () => '');
            for (const cell of row.cells) cells[cell.column] = cell.text;
            return cells;
          }),
    );
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
