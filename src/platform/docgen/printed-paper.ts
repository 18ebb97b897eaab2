import { outlineLook } from './outline-look.ts';
import type { ElementName, PageLayout } from './page-layout.ts';
import { type Paper, type PaperBlock, runsOf, type Words } from './paper.ts';

/** What no file format of ours may hold: controls except the line feed, halves of pairs, non-characters. */
const UNPRINTABLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The paper as it is printed: nothing in it that a format cannot hold, and capitals where the rules ask for them. */
export function printedPaper(paper: Paper, layout: PageLayout): Paper {
  const clean = cleaned(paper) as Paper;
  const inCase = (element: ElementName, text: string) => (layout.looks[element].upper ? upper(text) : text);
  const { superior, urgency, kind, ending } = clean;
  return {
    ...clean,
    ...(superior === undefined ? {} : { superior: inCase('superior', superior) }),
    issuer: inCase('issuer', clean.issuer),
    ...(urgency === undefined ? {} : { urgency: inCase('urgency', urgency) }),
    ...(kind === undefined ? {} : { kind: inCase('kind', kind) }),
    body: clean.body.map(titleInCapitals),
    ...(ending === undefined
      ? {}
      : {
          ending: {
            ...ending,
            ...(ending.authority === undefined ? {} : { authority: inCase('authority', ending.authority) }),
            position: inCase('position', ending.position),
          },
        }),
    annexes: clean.annexes.map((annex) => ({
      ...annex,
      title: inCase('annexTitle', annex.title),
      body: annex.body.map(titleInCapitals),
    })),
  };
}

function titleInCapitals(block: PaperBlock): PaperBlock {
  if (block.kind !== 'outline' || !outlineLook(block.level).centred) return block;
  return { ...block, words: inCapitals(block.words) };
}

function inCapitals(words: Words): Words {
  return runsOf(words).map((run) => ({ ...run, text: upper(run.text) }));
}

/** Capitals as Vietnamese writes them. */
function upper(text: string): string {
  return text.toLocaleUpperCase('vi');
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
}

/** A text that every format can hold: composed letters, line feeds only, nothing unprintable. */
function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNPRINTABLE, '')
    .normalize('NFC');
}
