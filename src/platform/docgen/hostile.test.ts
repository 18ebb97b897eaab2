import fc from 'fast-check';
import { describe, it } from 'vitest';
import { readSource } from '#platform/docread/read-source.ts';
import { samplePaper } from './paper.fixtures.ts';
import type { Paper, Words } from './paper.ts';
import { renderDocx } from './render-docx.ts';
import { typeset } from './typeset.ts';
import { typesetOrder } from './typeset-order.ts';

const markup = fc.constantFrom(
  '#import "x"',
  '*',
  '_',
  '$',
  '`',
  '\\',
  '@a',
  '<b>',
  ']]>',
  '&#0;',
  '//',
  '/*',
  '"',
);
const text = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), markup, fc.string()), { maxLength: 6 })
  .map((pieces) => pieces.join(''));
const words: fc.Arbitrary<Words> = fc.oneof(
  text,
  fc.array(fc.record({ text, bold: fc.boolean(), italic: fc.boolean() }), { maxLength: 3 }),
);

/** A paper of every shape with any words at any place. */
const papers: fc.Arbitrary<Paper> = fc
  .record({
    title: text,
    superior: text,
    issuer: text,
    number: text,
    placeAndDate: text,
    urgency: text,
    kind: text,
    subject: text,
    bases: fc.array(words, { maxLength: 2 }),
    body: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('paragraph' as const), words }),
        fc.record({
          kind: fc.constant('outline' as const),
          level: fc.constantFrom('part' as const, 'section' as const, 'heading' as const, 'point' as const),
          label: text,
          words,
        }),
        fc.tuple(words, words, words).map(([a, b, c]) => ({
          kind: 'table' as const,
          caption: '',
          columns: [{ share: 1 }, { share: 2 }],
          headerRows: 1,
          rows: [
            { cells: [{ words: a, columnSpan: 2 }] },
            { cells: [{ words: b, rowSpan: 2 }, { words: c }] },
            { cells: [{ words: a, bold: true }] },
          ],
        })),
      ),
      { maxLength: 4 },
    ),
  })
  .map(samplePaper);

describe('a paper with any words', () => {
  it('becomes a Word file that reads', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(papers, async (paper) => {
        await readSource(await renderDocx(paper), 'paper.docx');
      }),
      { numRuns: 60 },
    );
  });

  it('becomes an archive PDF', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(papers, (paper) => {
        const pdf = typeset(JSON.stringify(typesetOrder(paper)));
        return Buffer.from(pdf.subarray(0, 5)).toString('latin1') === '%PDF-';
      }),
      { numRuns: 60 },
    );
  });
});
