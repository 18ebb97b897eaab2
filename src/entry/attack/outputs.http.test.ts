import { strFromU8, unzipSync } from 'fflate';
import { runOnce } from 'graphile-worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { furnishedCommune } from '#modules/planning/plan-draft/fixtures.ts';
import { createLog } from '#platform/log/log.ts';
import { smtpMailer } from '#platform/mail/mailer.ts';
import { startMailServer, type TestMailServer } from '#platform/mail/testing.ts';
import { testPassword } from '#modules/directory/tenant/fixtures.ts';
import { buildApp } from '../app.ts';
import { jobs } from '../modules.ts';
import { testSite, type Visitor } from '../testing.ts';
import { taskList } from '../worker.ts';
import { allRoutes, type Site, signedInPeople, walk } from './testing.ts';

/** A formula, a tag, a quote, a field of Word and a command of the typesetter, in one text. */
const payload = '=cmd|x!A1 <q7x a="b">&amp; "q\' ]]> #eval("1+1") \\input{q7x} {HYPERLINK q7x}';

let mail: TestMailServer;
let site: Site;
let home: Awaited<ReturnType<typeof furnishedCommune>>;
let people: Visitor[];
const lines: string[] = [];

beforeAll(async () => {
  mail = await startMailServer();
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  site = await testSite({ log, mailer: smtpMailer(mail.url, 'Sáu Rõ <sauro@xa.example.vn>') });
  home = await furnishedCommune(site.services, payload);
  people = await signedInPeople(site, home, ['focal', 'admin']);
});

afterAll(() => mail.stop());

async function fetched(visitor: Visitor, path: string, posted?: URLSearchParams) {
  const response = await site.app.fetch(
    new Request(`${origin}${path}`, {
      headers: { cookie: visitor.cookies, origin },
      ...(posted && { method: 'POST', body: posted }),
    }),
  );
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}
const origin = 'http://localhost';

/** The file of all rows and columns of a list, by its form; undefined for whom there is none. */
async function exported(visitor: Visitor, path: string) {
  const form = await visitor.get(path);
  if (form.status !== 200) return undefined;
  const columns = form.page
    .querySelectorAll('input[name="columns"]')
    .map((box) => box.getAttribute('value') ?? '');
  const order = [['query', ''], ['format', 'csv'], ...columns.map((column) => ['columns', column])];
  return fetched(visitor, path, new URLSearchParams(order));
}

/** The markup of a Word file, all its parts together. */
function wordText(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => strFromU8(part))
    .join('');
}

describe('a file', () => {
  it('of a list runs no formula, whatever stands in it', async () => {
    const lists = allRoutes.filter((route) => route.path.endsWith('/xuat') && route.verb === 'get');
    expect(lists.length).toBeGreaterThan(7);
    const plan = `/xa/${home.tenant.slug}/ke-hoach/${home.planId}/nhiem-vu.csv`;
    const files = [{ path: plan, ...(await fetched(site.visitor(), plan)) }];
    for (const { path } of lists)
      for (const visitor of people) {
        const file = await exported(visitor, path);
        if (file) files.push({ path, ...file });
      }
    expect(new Set(files.map(({ path }) => path)).size).toBe(lists.length + 1);
    for (const { path, response, bytes } of files) {
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
      const cells = new TextDecoder().decode(bytes).split(/\r\n|,(?=")|(?<="),/);
      expect(
        cells.filter((cell) => /^\uFEFF?"?[=+@\t\r]/.test(cell)),
        `file ${path}`,
      ).toEqual([]);
    }
    const told = files.map(({ bytes }) => new TextDecoder().decode(bytes)).join();
    expect(told).toContain('cmd|x!A1');
  });

  it('of a paper holds it as text: for Word, for print and as PDF', async () => {
    const [focal] = people;
    if (!focal) throw new Error('nobody');
    const screens = await walk(focal, ['/ke-hoach', '/du-thao'], 3);
    const links = new Set(
      screens
        .flatMap((screen) =>
          screen.page.querySelectorAll('a[href]').map((link) => link.getAttribute('href') ?? ''),
        )
        .filter((href) => /^\/(?:ke-hoach|du-thao)\/.*\/van-ban\//.test(href)),
    );
    const texts: { link: string; text: string }[] = [];
    for (const link of [...links].filter((one) => !one.endsWith('.pdf')).slice(0, 10)) {
      const { response, bytes } = await fetched(focal, link);
      if (response.status === 200)
        texts.push({ link, text: link.endsWith('.docx') ? wordText(bytes) : strFromU8(bytes) });
    }
    const raw = /<q7x|<!ENTITY|w:instrText[^>]*>[^<]*q7x/;
    expect(texts.filter(({ text }) => raw.test(text)).map(({ link }) => link)).toEqual([]);
    const shows = texts.filter(({ text }) => text.includes('q7x')).map(({ link }) => link);
    expect(shows.filter((link) => link.endsWith('.docx')).length).toBeGreaterThan(0);
    expect(shows.filter((link) => !link.endsWith('.docx')).length).toBeGreaterThan(0);
  });
});

describe('a letter', () => {
  it.each([
    'mai@xa.example.vn\r\nBcc: evil@evil.example',
    'mai@xa.example.vn\nSubject: x',
    'mai@xa.example.vn, evil@evil.example',
    '"mai" <mai@xa.example.vn>',
    'mai@xa.example.vn%0d%0aBcc:evil@evil.example',
    '-oQ/tmp@evil.example',
  ])('goes to no address but the one that was named: %s', async (email) => {
    const [focal] = people;
    await focal?.post('/tai-khoan/thu-dien-tu', { email });
    const { rows } = await site.services.migrator.query<{ email: string | null }>(
      `select email from directory.account where tenant_id = $1 and email is not null`,
      [home.tenant.id],
    );
    for (const row of rows) expect(row.email).toMatch(/^[^\s,<>"]+@[^\s,<>"]+$/);
    if (rows.length === 0) return;
    await site.visitor().post('/quen-mat-khau', { name: home.signIn('focal') });
    await runOnce({
      pgPool: site.services.migrator,
      taskList: taskList(site.services, jobs, new AbortController().signal),
    });
  });
});

describe('a fault', () => {
  it('tells the person a sentence and a number, and the log what broke', async () => {
    const broken = buildApp({
      ...site.parts,
      visitRoutes: [
        {
          verb: 'get',
          path: '/hong',
          handler: () => Promise.reject(new Error(`secret of the house at /srv/q7x`)),
        },
      ],
    });
    const response = await broken.fetch(new Request('http://localhost/hong'));
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).toContain(response.headers.get('x-request-id') ?? 'no number');
    expect(text).not.toMatch(/secret of the house|q7x|node_modules|\.ts:\d|Error:/);
    const line = lines.find(
      (one) => one.includes(response.headers.get('x-request-id') ?? 'no number') && one.includes('"fault"'),
    );
    expect(line).toBeDefined();
  });
});

describe('the log', () => {
  it('is one object a line, whatever a request says, and holds no secret and nobody’s name', async () => {
    const visitor = site.visitor();
    const forged = 'x\n{"level":"error","msg":"made up"}';
    await visitor.get(`/khong-co-${encodeURIComponent(forged)}?token=geheim`);
    await visitor.post(
      '/dang-nhap',
      { name: forged, password: 'mat-khau-bi-mat-q7x' },
      { 'user-agent': 'q7x agent' },
    );
    await Promise.all(people.map((person) => walk(person, ['/tong-quan'], 1)));
    expect(lines.length).toBeGreaterThan(50);
    const all = lines.join('');
    for (const line of all.trim().split('\n'))
      expect((JSON.parse(line) as { level?: string }).level).toBeDefined();
    expect(lines.filter((line) => line.includes('"msg":"made up"'))).toEqual([]);
    const session = /sauro_session=([^;]+)/.exec(people[0]?.cookies ?? '')?.[1]?.split('.')[1] ?? 'none';
    for (const secret of [
      'mat-khau-bi-mat',
      testPassword,
      session,
      'geheim',
      'Người focal',
      home.signIn('focal'),
      'argon2id',
    ]) {
      expect(all).not.toContain(secret);
    }
  });
});
