import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfOf, ruledTable, stream } from './pdf.fixtures.ts';
import { readSource } from './read-source.ts';
import { Refusal } from './refusal.ts';

const text = { texts: [{ x: 60, y: 100, text: 'Kế hoạch' }] };

/** The code of the refusal, or the words that were read. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    return (await readSource(bytes, 'ke-hoach.pdf')).lines.join('\n').trim();
  } catch (problem) {
    if (problem instanceof Refusal) return problem.code;
    throw problem;
  }
}

function replaced(bytes: Uint8Array, find: string, put: string): Uint8Array {
  const file = Buffer.from(bytes).toString('latin1');
  expect(file).toContain(find);
  return new Uint8Array(Buffer.from(file.replace(find, put), 'latin1'));
}

describe('a PDF file made to hurt', () => {
  it('without any text or picture is empty', async () => {
    expect(await outcome(pdfOf({ pages: [{}] }))).toBe('empty');
  });

  it('that lacks its end is told as such', async () => {
    const whole = pdfOf({ pages: [text] });
    expect(await outcome(whole.subarray(0, whole.length / 2))).toBe('truncated');
  });

  it('under a password is told as such', async () => {
    const secret = '(01234567890123456789012345678901)';
    const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >> /ID [(a) (a)]`;
    expect(await outcome(pdfOf({ pages: [text], trailer }))).toBe('password-protected');
  });

  it('runs no script and opens nothing', async () => {
    const catalogue = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
    expect(await outcome(pdfOf({ pages: [text], catalogue }))).toBe('Kế hoạch');
  });

  it('that declares a hundred thousand pages costs no more than those it has', async () => {
    const lying = replaced(pdfOf({ pages: [text] }), '/Count 1 ', '/Count 100000 ');
    expect(['Kế hoạch', 'too-long', 'damaged']).toContain(await outcome(lying));
  });

  it('of more pages than people write is refused', async () => {
    expect(await outcome(pdfOf({ pages: Array.from({ length: 1_001 }, () => ({})) }))).toBe('too-long');
  });

  it('whose page tree or cross references run in circles comes to an end', async () => {
    const whole = pdfOf({ pages: [text] });
    expect(await outcome(replaced(whole, '/Kids [10 0 R]', '/Kids [2 0 R]'))).toBe('damaged');
    const circular = replaced(whole, '/Root 1 0 R', '/Root 1 0 R /Prev 9');
    expect(await outcome(circular)).toBe('Kế hoạch');
  });

  it('whose drawings hold themselves comes to an end', async () => {
    const form = stream(
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 100 0 R >> >> >>',
      '/X Do',
    );
    const sketch = {
      pages: [{ ...text, operators: '/X Do' }],
      objects: [form],
      resources: '/XObject << /X 100 0 R >>',
    };
    expect(await outcome(pdfOf(sketch))).toBe('Kế hoạch');
  });

  it('that unpacks to more than a document holds is refused before it is unpacked', async () => {
    const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024, 'q '));
    const twice = deflateSync(bomb);
    const objects = [stream('<< /Filter /FlateDecode >>', bomb)];
    const nested = [stream('<< /Filter [/FlateDecode /FlateDecode] >>', twice)];
    expect(await outcome(pdfOf({ pages: [text], objects }))).toBe('zip-bomb');
    expect(await outcome(pdfOf({ pages: [{ operators: 'q '.repeat(3_000_000) }] }))).toBe('zip-bomb');
    expect(await outcome(pdfOf({ pages: [text], objects: nested }))).toBe('zip-bomb');
  });

  it('with more letters on a page than fit there is refused', async () => {
    const letters = `BT /F1 10 Tf 1 0 0 1 50 700 Tm ${'<0041004200430044> Tj '.repeat(30_000)} ET`;
    expect(await outcome(pdfOf({ pages: [{ operators: letters }] }))).toBe('too-long');
  });

  it('with a page full of lines is read like any other', async () => {
    const marks = Array.from({ length: 1_600 }, (_, index) => 20 + index / 3);
    expect(await outcome(pdfOf({ pages: [{ ...text, lines: ruledTable(marks, marks) }] }))).toMatch(
      /^Kế\s+hoạch$/,
    );
  });

  it('is read or refused at 300 random changes of bytes, never anything else', async () => {
    // The same changes in each run, so that a failure can be seen again.
    const seed = 20_261_121;
    const sketch = pdfOf({
      pages: [
        { ...text, lines: ruledTable([50, 200, 300], [80, 120, 160]) },
        { rotate: 90, texts: [{ x: 60, y: 200, text: 'Nhiệm vụ', bold: true }] },
      ],
    });
    const printed = new Uint8Array(
      readFileSync(new URL('../../../seed/plans/dong-ky-2026.pdf', import.meta.url)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const mutant = sketch.slice();
          for (const [at, byte] of changes) mutant[at % mutant.length] = byte;
          await outcome(mutant);
        },
      ),
      { numRuns: 290, seed },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 40 }), async (at, bytes) => {
        const mutant = printed.slice();
        mutant.set(bytes, at % (mutant.length - bytes.length));
        await outcome(mutant);
      }),
      { numRuns: 10, seed },
    );
  });
});
