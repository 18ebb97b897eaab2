import { describe, expect, it } from 'vitest';
import { compoundFile, craftedZip } from './bombs.fixtures.ts';
import { docx, docxTexts, lvl, NAMESPACES, numbered, p, tbl, tc, tr, zipOf } from './docx.fixtures.ts';
import { outcome } from './hostile.fixtures.ts';
import { MAX_SOURCE_BYTES } from './limits.ts';
import type { RefusalCode } from './refusal.ts';

// Building the bombs takes longer than refusing them.
/** An honest package whose main part is replaced. */
function withMain(main: string | Uint8Array): Uint8Array {
  return zipOf({ ...docxTexts({ body: '' }), 'word/document.xml': main });
}

function crafted(extra: readonly Parameters<typeof craftedZip>[0][number][], main?: Uint8Array): Uint8Array {
  const files = Object.entries(docxTexts({ body: p('x') })).map(([name, text]) => ({
    name,
    content: name === 'word/document.xml' && main !== undefined ? main : Buffer.from(text),
  }));
  return craftedZip([...files, ...extra]);
}

describe('a file of the wrong kind', () => {
  it.each([
    ['picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'wrong-type'],
    ['program', Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), 'wrong-type'],
    ['Linux program', Buffer.from('\x7fELF\x02\x01\x01\x00', 'latin1'), 'wrong-type'],
    ['PDF without a body', Buffer.from('%PDF-1.7\n%âãÏÓ', 'latin1'), 'truncated'],
    ['RTF', Buffer.from('{\\rtf1\\ansi x}'), 'format-not-yet'],
    ['page in one file', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related'), 'format-not-yet'],
    ['old workbook', compoundFile('Workbook'), 'format-not-yet'],
    ['Word file from before 1997', compoundFile('WordDocument'), 'format-not-yet'],
    ['other compound file', compoundFile('Nothing'), 'wrong-type'],
    ['Word file under a password', compoundFile('EncryptedPackage'), 'password-protected'],
    ['random bytes', Buffer.from([0xff, 0x00, 0x81, 0xfe, 0x00, 0x03]), 'wrong-type'],
    ['zip of pictures', zipOf({ 'a.png': 'x' }), 'wrong-type'],
    ['open document', zipOf({ mimetype: 'x', 'META-INF/manifest.xml': '<a/>' }), 'format-not-yet'],
  ] satisfies [string, Uint8Array, RefusalCode][])(
    'is refused under the name of a Word file: %s',
    async (_, bytes, code) => {
      expect(await outcome(bytes)).toBe(code);
    },
  );

  it('is refused as no text under the name of a text file', async () => {
    expect(await outcome(Buffer.from([0xff, 0x00, 0x81]), 'plan.txt')).toBe('not-text');
  });

  it('is refused when a whole other file is pasted into it unopened', async () => {
    expect(await outcome(docx(`${p('x')}<w:altChunk w:id="rId9"/>`))).toBe('embedded-document');
  });

  it('is refused when it is slides', async () => {
    const files = docxTexts({ body: p('x') });
    const types = (files['[Content_Types].xml'] ?? '').replace('wordprocessingml', 'presentationml');
    expect(await outcome(zipOf({ ...files, '[Content_Types].xml': types }))).toBe('format-not-yet');
  });

  it('is read when it is a Word file under another name, or text under the name of one', async () => {
    expect(await outcome(docx(p('x')), 'photo.png')).toMatchObject({ format: 'docx', lines: ['x'] });
    expect(await outcome(Buffer.from('BM is a word\n'))).toMatchObject({ format: 'txt' });
  });
});

describe('a file with nothing or too much', () => {
  it('is refused when empty, or a document without words', async () => {
    expect(await outcome(new Uint8Array())).toBe('empty');
    expect(await outcome(docx(p('')))).toBe('empty');
  });

  it('is refused by its size before anything else', async () => {
    expect(await outcome(new Uint8Array(100 * 1024 * 1024))).toBe('too-large');
    expect(await outcome(new Uint8Array(MAX_SOURCE_BYTES))).toBeTypeOf('string');
  });

  it('is refused with a table of 300,000 cells, and read with one of 30,000', async () => {
    const cells = (rows: number) => docx(tbl(tr(Array.from({ length: 100 }, () => tc('abc'))).repeat(rows)));
    expect(await outcome(cells(3_000))).toBe('too-long');
    expect(await outcome(cells(300))).toMatchObject({ format: 'docx' });
  });

  it('is refused with a million paragraphs, or with one of ten million letters', async () => {
    expect(await outcome(docx('<w:p/>'.repeat(1_000_000)))).toBe('too-long');
    expect(await outcome(docx(p('x'.repeat(10_000_000))))).toBe('too-long');
  });
});

describe('a zip file made to hurt', () => {
  const megabyte = 1024 * 1024;

  it('is refused when the main part unpacks to hundreds of megabytes', async () => {
    expect(await outcome(crafted([], Buffer.alloc(200 * megabyte)))).toBe('zip-bomb');
  });

  it('is refused when that part claims to be small', async () => {
    const files = docxTexts({ body: p('x') });
    const lying = Object.entries(files).map(([name, text]) =>
      name === 'word/document.xml'
        ? { name, content: Buffer.alloc(200 * megabyte), claimedSize: 100 }
        : { name, content: Buffer.from(text) },
    );
    expect(await outcome(craftedZip(lying))).toBe('zip-bomb');
  });

  it('is refused when it promises gigabytes, even in parts that nobody reads', async () => {
    const layer = { name: 'word/media/a.emf', content: Buffer.alloc(1_000), claimedSize: 4_000_000_000 };
    expect(await outcome(crafted([layer]))).toBe('zip-bomb');
  });

  it('is refused with thousands of entries', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({
      name: `e${index}`,
      content: Buffer.alloc(1),
    }));
    expect(await outcome(crafted(many))).toBe('zip-bomb');
  });

  it('is refused when its parts need a password', async () => {
    const locked = Object.entries(docxTexts({ body: p('x') })).map(([name, text]) => ({
      name,
      content: Buffer.from(text),
      flags: 1,
    }));
    expect(await outcome(craftedZip(locked))).toBe('password-protected');
  });

  it('is refused when two parts have the name of the main one', async () => {
    const twin = {
      name: 'word/document.xml',
      content: Buffer.from(docxTexts({ body: p('y') })['word/document.xml'] ?? ''),
    };
    expect(await outcome(crafted([twin]))).toBe('damaged');
    expect(await outcome(crafted([{ ...twin, name: 'WORD/Document.xml' }]))).toBe('damaged');
  });

  it('cannot lead out of itself by the names of its entries', async () => {
    const tricks = ['../../etc/passwd', '/etc/passwd', '..\\..\\x', 'C:\\x', 'a\0b', ''];
    const entries = tricks.map((name) => ({ name, content: Buffer.from('root') }));
    expect(await outcome(crafted(entries))).toMatchObject({ lines: ['x'] });
    const files = docxTexts({ body: p('x') });
    const rels = (files['_rels/.rels'] ?? '').replace('word/document.xml', '../../../../etc/passwd');
    expect(await outcome(zipOf({ ...files, '_rels/.rels': rels }))).toBeTypeOf('string');
  });

  it('is refused when its main part is a zip file again', async () => {
    expect(await outcome(withMain(docx(p('x'))))).toBe('damaged');
  });

  it('is refused without its main part', async () => {
    const { 'word/document.xml': _, ...files } = docxTexts({ body: '' });
    expect(await outcome(zipOf(files))).toBe('damaged');
  });
});

describe('XML made to hurt', () => {
  const declared = (declaration: string, text: string) =>
    withMain(
      `<?xml version="1.0"?>${declaration}<w:document ${NAMESPACES}><w:body>${p(text)}</w:body></w:document>`,
    );

  it('is refused when it declares entities that multiply', async () => {
    const laughs = Array.from(
      { length: 10 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('');
    expect(await outcome(declared(`<!DOCTYPE d [<!ENTITY l0 "ha">${laughs}]>`, '&l10;'))).toBe(
      'xml-entities',
    );
  });

  it('is refused when it points to a file or an address', async () => {
    expect(await outcome(declared('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'))).toBe(
      'xml-entities',
    );
    expect(await outcome(declared('<!DOCTYPE d SYSTEM "http://127.0.0.1/x.dtd">', 'x'))).toBe('xml-entities');
    expect(await outcome(declared('', '&unknown;'))).toBe('xml-entities');
  });

  it('is refused when it nests a thousand or a hundred thousand deep', async () => {
    for (const depth of [1_000, 100_000]) {
      expect(await outcome(docx('<w:sdt>'.repeat(depth) + '</w:sdt>'.repeat(depth)))).toBe('too-deep');
      expect(await outcome(docx('<w:tbl><w:tr><w:tc>'.repeat(depth)))).toBe('too-deep');
    }
  });

  it.each([
    ['never closed', '<w:p><w:r>'],
    ['closed in the wrong order', '<w:p><w:r></w:p></w:r>'],
    ['cut inside a tag', '<w:p><w:r w:x="'],
    ['a bare ampersand', p('a & b')],
    ['a number of no character', p('&#x110000;')],
    ['an endless comment', '<!-- '],
    ['an endless literal', '<![CDATA[ '],
  ])('is refused when it is %s', async (_, body) => {
    expect(await outcome(docx(body))).toBe('damaged');
  });

  it('is refused when its bytes are not what they claim', async () => {
    expect(await outcome(withMain(Buffer.from([0x3c, 0xff, 0xfe, 0x3e])))).toBe('damaged');
    expect(await outcome(withMain('no XML'))).toBe('damaged');
    expect(await outcome(withMain('<html/>'))).toBe('damaged');
  });

  it('is refused when it is made of millions of small elements', async () => {
    for (const element of ['<w:r/>', '<w:r><w:t>&#65;</w:t></w:r>', '<w:r><w:tab/></w:r>']) {
      expect(await outcome(docx(`<w:p>${element.repeat(1_000_000)}</w:p>`))).toBe('too-long');
    }
  });

  it('takes time in proportion: long attributes, many prefixes, spans beyond reason, endless lists', async () => {
    const tags = `<w:p a="${' val='.repeat(200_000)}"/>`;
    const prefixes = Array.from({ length: 50_000 }, (_, index) => ` xmlns:n${index}="u"`).join('');
    const scopes = `<w:p${prefixes}>${'<w:r xmlns:q="u"/>'.repeat(50_000)}</w:p>`;
    const spans = tbl(tr(Array.from({ length: 500 }, () => tc('x', '<w:gridSpan w:val="999999999"/>'))));
    const fields = `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(100_000)}</w:p>`;
    for (const body of [tags, scopes, spans, fields])
      expect(await outcome(docx(body + p('end')))).toMatchObject({ format: 'docx' });
    const numbering = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'upperRoman', '%1'.repeat(10_000))}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const listed = docx({ body: p('x', numbered(1)).repeat(50_000), numbering });
    expect(await outcome(listed)).toMatchObject({ format: 'docx' });
  });
});
