import { runOnce } from 'graphile-worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { compoundFile, craftedZip } from '#platform/docread/bombs.fixtures.ts';
import { jobs } from '../modules.ts';
import { testSite, type Visitor } from '../testing.ts';
import { taskList } from '../worker.ts';
import type { Site } from './testing.ts';

let site: Site;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;
let admin: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  [focal, admin] = [site.visitor(), site.visitor()];
  await focal.signIn(home.signIn('focal'));
  await admin.signIn(home.signIn('admin'));
});

const zeros = Buffer.alloc(60 * 1024 * 1024);
const types = Buffer.from(
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
);
const word = (body: string) => Buffer.from(`<?xml version="1.0"?>${body}`);
const entity =
  '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
const document = (content: Uint8Array, more: { name: string; content: Uint8Array }[] = []) =>
  craftedZip([
    { name: '[Content_Types].xml', content: types },
    { name: 'word/document.xml', content },
    ...more,
  ]);

/** Files that were made to hurt, by what they try. */
const hostile: readonly (readonly [string, string, Uint8Array])[] = [
  ['a program under the name of a paper', 'ke-hoach.docx', Buffer.from('MZ\x90\x00\x03program')],
  ['a page with a script', 'ke-hoach.html', Buffer.from('<script>q7x()</script>')],
  ['a picture', 'ke-hoach.pdf', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
  ['a picture that is a page', 'ke-hoach.docx', Buffer.from('GIF89a/*<script>q7x()</script>*/')],
  ['a paper that is a program too', 'ke-hoach.pdf', Buffer.from('#!/bin/sh\nrm -rf /\n%PDF-1.7\n')],
  [
    'a paper that runs a script',
    'ke-hoach.pdf',
    Buffer.from(
      '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>',
    ),
  ],
  ['a bomb of zeros', 'ke-hoach.docx', document(zeros)],
  [
    'a zip that lies about its size',
    'ke-hoach.docx',
    craftedZip([{ name: 'word/document.xml', content: zeros, claimedSize: 10 }]),
  ],
  ['entities', 'ke-hoach.docx', document(word(`${entity}<w:document>&b;&c;</w:document>`))],
  ['ten thousand levels', 'ke-hoach.docx', document(word('<w:p>'.repeat(10_000)))],
  [
    'names that climb',
    'ke-hoach.docx',
    document(word('<w:document/>'), [{ name: '../../../../tmp/q7x', content: types }]),
  ],
  ['an old paper that runs in circles', 'ke-hoach.doc', compoundFile('WordDocument', [0, 1, 2])],
  [
    'a workbook of entities',
    'ke-hoach.xlsx',
    craftedZip([{ name: 'xl/workbook.xml', content: word(`${entity}<workbook>&b;</workbook>`) }]),
  ],
  ['a line without an end', 'ke-hoach.txt', Buffer.alloc(4_000_000, 'a')],
  ['bytes of no writing', 'ke-hoach.txt', Buffer.from([0xff, 0xfe, 0, 0xd8, 0, 0xdc, 0xff, 0xff])],
];

async function work(): Promise<void> {
  const signal = new AbortController().signal;
  await runOnce({ pgPool: site.services.migrator, taskList: taskList(site.services, jobs, signal) });
}

describe('a file given as a plan', () => {
  it('is refused in a sentence or read as what it is, and never harms the house', async () => {
    const links: [string, string][] = [];
    for (const [what, name, bytes] of hostile) {
      const screen = await focal.post('/du-thao', { file: new File([new Uint8Array(bytes)], name) });
      expect([200, 422], `given ${what}`).toContain(screen.status);
      expect(screen.text, `given ${what}`).not.toMatch(/Error|undefined|\bat \w+ \(/);
      if (screen.status === 200) links.push([what, screen.address]);
    }
    await work();
    for (const [what, address] of links) {
      const screen = await focal.get(address);
      expect(screen.status, `given ${what}`).toBe(200);
      expect(screen.text, `given ${what}`).not.toMatch(/Đang đọc kế hoạch|root:x|Error|undefined/);
      expect(screen.body, `given ${what}`).not.toContain('<script>q7x');
    }
    const { rows } = await site.services.migrator.query(
      `select last_error from graphile_worker.jobs where last_error is not null`,
    );
    expect(rows).toEqual([]);
  });

  it('has a name of any length and kind', async () => {
    for (const name of [
      '',
      'a'.repeat(60_000),
      '../../x.txt',
      'x\0.txt',
      '\u202etxt.exe',
      'con.txt',
      '💣.txt',
    ]) {
      const screen = await focal.post('/du-thao', { file: new File(['KẾ HOẠCH\nnăm 2026'], name) });
      expect([200, 413, 422]).toContain(screen.status);
    }
  });
});

describe('a form in parts', () => {
  const send = (body: string | Uint8Array<ArrayBuffer>, boundary = 'x', more: Record<string, string> = {}) =>
    site.app.fetch(
      new Request('http://localhost/du-thao', {
        method: 'POST',
        body,
        headers: {
          origin: 'http://localhost',
          cookie: focal.cookies,
          'content-type': `multipart/form-data; boundary=${boundary}`,
          ...more,
        },
      }),
    );
  const part = (name: string, text: string, more = '') =>
    `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`;

  it.each<[string, string]>([
    ['that is cut off', part('a', 'b').slice(0, -3)],
    ['without an end', part('a', 'b')],
    ['without a part', '--x--\r\n'],
    ['of nothing', ''],
    ['of very many parts', `${part('a', 'b').repeat(60_000)}--x--\r\n`],
    ['with a name that climbs', `${part('file', 'x', '; filename="../../../etc/passwd"')}--x--\r\n`],
    [
      'with a name in two ways',
      `${part('file', 'x', `; filename="a.txt"; filename*=UTF-8''..%2f..%2fb`)}--x--\r\n`,
    ],
    ['with a head that never ends', `--x\r\nX: ${'a'.repeat(200_000)}\r\n\r\nb\r\n--x--\r\n`],
    ['with heads beyond measure', `--x\r\n${'X: y\r\n'.repeat(20_000)}\r\nb\r\n--x--\r\n`],
    [
      'within parts',
      `--x\r\nContent-Type: multipart/mixed; boundary=y\r\nContent-Disposition: form-data; name="a"\r\n\r\n--y\r\n\r\nb\r\n--y--\r\n--x--\r\n`,
    ],
  ])('%s is refused in a sentence', async (_, body) => {
    const response = await send(body);
    expect([200, 303, 400, 413, 422]).toContain(response.status);
    expect(await response.text()).not.toMatch(/node_modules|\bat \w+ \(/);
  });

  it('whose boundary is odd is refused in a sentence', async () => {
    for (const boundary of ['', '"', 'a'.repeat(5_000), '--', 'x; boundary=y', '(*']) {
      expect((await send(`${part('a', 'b')}--x--\r\n`, boundary)).status).toBeLessThan(500);
    }
  });

  it('that is larger than the page takes is refused, whatever length it says', async () => {
    const huge = new Uint8Array(22 * 1024 * 1024).fill(97);
    const response = await send(huge, 'x', { 'content-length': '10' });
    expect(response.status).toBe(413);
  });
});

describe('a list of officers', () => {
  it.each(hostile.filter(([, name]) => !/pdf|html/.test(name)))(
    'that is %s is refused or shown as text',
    async (_, name, bytes) => {
      const screen = await admin.post('/quan-tri/can-bo/nhap', {
        file: new File([new Uint8Array(bytes)], name),
      });
      expect([200, 413, 422]).toContain(screen.status);
      expect(screen.body).not.toMatch(/<script>q7x|root:x/);
    },
  );

  it('is not even opened for those who may not enter one', async () => {
    const bomb = hostile.find(([what]) => what === 'a bomb of zeros')?.[2] ?? new Uint8Array();
    const file = new File([new Uint8Array(bomb)], 'can-bo.xlsx');
    expect((await focal.post('/quan-tri/can-bo/nhap', { file })).status).toBe(403);
  });
});
