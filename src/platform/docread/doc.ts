import { openCompoundFile } from './compound-file.ts';
import { markCharacters } from './doc-characters.ts';
import { readDocHead } from './doc-fib.ts';
import { readDocLists } from './doc-lists.ts';
import { readDocNotes } from './doc-notes.ts';
import { readRuns } from './doc-runs.ts';
import { type DocSource, readStory } from './doc-story.ts';
import { readDocStyles } from './doc-styles.ts';
import { readDocText } from './doc-text.ts';
import type { SourceDocument } from './document.ts';
import { layLines } from './lay-lines.ts';
import { ListCounter } from './list-counter.ts';
import { ReadingTally } from './reading-tally.ts';
import { Refusal } from './refusal.ts';

/**
 * Reads a Word file of the years 1997 to 2003 (.doc) as it would be printed: automatic numbers counted, tracked
 * changes accepted, hidden text left out, merged cells on their grid. Notes follow the body; headers, footers,
 * comments and text boxes are not read.
 *
 * Throws a `Refusal` and nothing else, whatever the bytes.
 */
export function readDoc(bytes: Uint8Array): SourceDocument {
  const file = openCompoundFile(bytes);
  const main = file.stream('WordDocument');
  if (main === undefined) throw new Refusal('damaged');
  const head = readDocHead(main);
  const table = file.stream(head.tableStream);
  if (table === undefined) throw new Refusal('damaged');
  const text = readDocText(main, table, head.extent('pieces'), head.length);
  const source: DocSource = {
    text,
    marks: markCharacters(text, readRuns('character', main, table, head.extent('characterRuns'))),
    paragraphRuns: readRuns('paragraph', main, table, head.extent('paragraphRuns')),
    styles: readDocStyles(table, head.extent('styles')),
    lists: new ListCounter(readDocLists(table, head.extent('listDefinitions'), head.extent('listUses'))),
    data: file.stream('Data'),
    tally: new ReadingTally(),
  };
  const body = readStory(source, 0, head.lengths.main);
  const read = layLines('doc', [...body, ...readDocNotes(source, head, table)]);
  if (read.blocks.length === 0) throw new Refusal('empty');
  return read;
}
