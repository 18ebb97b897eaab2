import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedEndings, readContentKind } from './content-kind.ts';
import { readFileName, shownName } from './file-name.ts';
import { judgeEnds } from './readability.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sauro-kinds-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function kindOf(name: string, content: string | Uint8Array) {
  const path = join(folder, 'content');
  writeFileSync(path, content);
  return readContentKind(path, name);
}

const word = zipSync({
  '[Content_Types].xml': Buffer.from(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  'word/document.xml': Buffer.from('<w:document/>'),
});
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  Buffer.from('JFIF'),
  Buffer.alloc(64),
]);

/** A compound file of one sector beside its head, whose root has this class. */
function compound(rootClass: string): Buffer {
  const bytes = Buffer.alloc(1024);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(0, 48);
  bytes.write(rootClass, 512 + 80, 'hex');
  return bytes;
}

describe('the kind of a file', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['Báo cáo.pdf', '%PDF-1.7\n1 0 obj\n%%EOF', 'application/pdf'],
    ['BAO CAO.PDF', '%PDF-1.4\n%%EOF', 'application/pdf'],
    ['kế hoạch.docx', word, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['ảnh.jpeg', jpeg, 'image/jpeg'],
    ['danh sách.csv', 'STT,Tên\n1,Đồng Kỵ', 'text/csv; charset=utf-8'],
    ['ghi chú.txt', 'Đã niêm yết', 'text/plain; charset=utf-8'],
    ['cũ.doc', compound('0609020000000000c000000000000046'), 'application/msword'],
  ])('%s is told by content and name', async (name, content, mediaType) => {
    expect(await kindOf(name, content)).toMatchObject({ kind: { mediaType } });
  });

  it.each<[string, string | Uint8Array, string]>([
    ['bao-cao.pdf', Buffer.from('MZ\u0090\u0000\u0003', 'latin1'), 'kind-differs'],
    ['bao-cao.pdf', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'kind-differs'],
    ['bao-cao.pdf', '<script>alert(1)</script>', 'kind-differs'],
    ['bao-cao.pdf', '#!/bin/sh\n%PDF-1.7', 'kind-differs'],
    ['anh.png', jpeg, 'kind-differs'],
    ['ghi-chu.txt', '#!/bin/sh\nrm -rf /', 'kind-differs'],
    ['ghi-chu.txt', Buffer.from([0x61, 0, 0x62]), 'kind-differs'],
    ['ghi-chu.txt', Buffer.from([0xc3, 0x28, 0x61]), 'kind-differs'],
    ['cai-dat.doc', compound('84100c0000000000c000000000000046'), 'kind-differs'],
    ['trang.html', '<p>x</p>', 'kind-unknown'],
    ['hinh.svg', '<svg/>', 'kind-unknown'],
    ['goi.zip', word, 'kind-unknown'],
    ['lenh.exe', 'MZ', 'kind-unknown'],
    ['khong-duoi', 'x', 'kind-unknown'],
    ['bao-cao.pdf.exe', '%PDF-1.7', 'kind-unknown'],
  ])('%s is refused when it is none of ours, or not what its name says', async (name, content, refusal) => {
    expect(await kindOf(name, content)).toEqual({ refusal });
  });

  it('is offered by its endings', () => {
    expect(acceptedEndings.split(',')).toContain('.docx');
    expect(acceptedEndings).not.toMatch(/zip|exe|html|svg/);
  });
});

describe('the name of a file', () => {
  it('is kept in one form', () => {
    expect(readFileName(' Ba\u0301o ca\u0301o quý 1.pdf ')).toEqual({ name: 'Báo cáo quý 1.pdf' });
  });

  it.each([
    ['../../etc/passwd', 'name-path'],
    ['C:\\bao-cao.pdf', 'name-path'],
    ['bao\u0000cao.pdf', 'name-hidden'],
    ['bao\r\ncao.pdf', 'name-hidden'],
    ['bao-cao\u202Efdp.exe', 'name-hidden'],
    ['bao\u200Bcao.pdf', 'name-hidden'],
    ['..', 'name-empty'],
    ['  ', 'name-empty'],
    [`${'a'.repeat(200)}.pdf`, 'name-long'],
  ])('%j is refused', (given, refusal) => {
    expect(readFileName(given)).toEqual({ refusal });
  });

  it('that was refused is shown so that nothing hides in it', () => {
    expect(shownName('bao-cao\u202Efdp.exe')).toBe('bao-cao[U+202E]fdp.exe');
    expect(shownName(`${'a'.repeat(60_000)}.pdf`).length).toBeLessThan(200);
  });
});

describe('whether a file can be read', () => {
  const ends = (text: string) => [Buffer.from(text), Buffer.from(text)] as const;
  it.each<[string, string, string]>([
    ['application/pdf', '%PDF-1.7 … %%EOF', 'whole'],
    ['application/pdf', '%PDF-1.7 … ', 'damaged'],
    ['application/pdf', '%PDF-1.7 trailer << /Encrypt 12 0 R >> %%EOF', 'locked'],
    ['image/png', 'PNG … IEND', 'whole'],
    ['image/png', 'PNG … ', 'damaged'],
    ['application/vnd.oasis.opendocument.text', 'PK\u0003\u0004 … PK\u0005\u0006', 'whole'],
    ['application/vnd.oasis.opendocument.text', 'PK\u0003\u0004 … ', 'damaged'],
    ['text/plain', 'x', 'whole'],
  ])('%s that ends with %j is %s', (mediaType, text, readability) => {
    expect(judgeEnds(...ends(text), mediaType)).toBe(readability);
  });

  it('tells a picture that was cut off', () => {
    expect(judgeEnds(jpeg, jpeg, 'image/jpeg')).toBe('damaged');
    expect(judgeEnds(jpeg, Buffer.from([0, 0xff, 0xd9]), 'image/jpeg')).toBe('whole');
  });
});
