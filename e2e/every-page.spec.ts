import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicRoutes, routes, visitRoutes } from '../src/entry/modules.ts';
import { type FoundPage, findPages } from './find-pages.ts';
import { sidewaysBy } from './in-page.ts';
import { lookAt } from './look-at-page.ts';
import { openContext, type Person } from './page.ts';
import { people } from './people.ts';
import {
  remindMany,
  administerMany,
  bringEvidence,
  bringPlans,
  changeMany,
  changeManyTargets,
  discardMany,
  enterProgram,
  makePasswordLink,
  nameWebhook,
  freezeTaskList,
  packEvidence,
  printPapers,
  previewAt,
  reviewsAt,
  saveView,
  signPaper,
  contributionAt,
  taskAt,
  taskFromAbove,
  turnOnSecondStep,
  writeNote,
  openConclusion,
  openPeriod,
} from './set-scene.ts';
import { Stage } from './stage.ts';
import { lettersStand } from './still-browser.ts';

/** Who looks for pages, in this order: the first who may open one is the one who visits it. */
const seekers = ['nobody', people.focal, people.admin, people.newcomer, people.leader, people.province];

/** Ways through, not pages: they answer with data or lead on. */
const notPages = new Set([
  '/dang-nhap/thach-thuc',
  '/dang-nhap/sso',
  '/dang-nhap/sso/ve',
  '/nhiem-vu/theo-nhom',
]);
/** Files so long that they are made in the background need more rows than a demo has. */
const needManyRows = new Set(['/tep-xuat/:id', '/tep-xuat/:id/tep']);

const isGet = (route: { verb: string }) => route.verb === 'get';
const publicPaths = publicRoutes.map((route) => route.path);
const patterns = [...visitRoutes.filter(isGet), ...routes.filter(isGet)]
  .map((route) => route.path)
  .concat(publicPaths)
  .filter((path) => !notPages.has(path) && !needManyRows.has(path));

const stage = new Stage();
let found: Map<string, FoundPage>;
const visitors = new Map<string, Person>();

beforeAll(async () => {
  for (const name of seekers) {
    const person = await stage.person();
    if (name !== 'nobody') await person.signIn(name);
    visitors.set(name, person);
  }
  await bringPlans(visitorOf(people.newcomer));
  await turnOnSecondStep(visitorOf(people.admin));
  await enterProgram(visitorOf(people.admin));
  await saveView(visitorOf(people.focal));
  found = await findPages(
    stage.address,
    patterns,
    seekers.map((as) => ({ as, request: visitorOf(as).page.context().request })),
  );
  await findUnlinked();
});

function visitorOf(name: string): Person {
  const visitor = visitors.get(name);
  if (!visitor) throw new Error(`${name} is not at a page`);
  return visitor;
}

/** The page of a notice of this person, where links of letters lead. */
async function noticeAt(person: Person): Promise<string> {
  await person.page.goto(`${stage.address}/thong-bao`);
  const form = person.page.locator('form[action^="/thong-bao/"][action$="/mo"]').first();
  return ((await form.getAttribute('action')) ?? '').replace(/\/mo$/, '');
}

/** Pages to which no link on another page leads. */
async function findUnlinked(): Promise<void> {
  const halfway = await stage.person();
  await halfway.signIn(people.admin);
  visitors.set('halfway', halfway);
  const known = (pattern: string, address: string, as: string) =>
    found.set(pattern, { pattern, address, as });
  known('/dang-nhap/buoc-hai', '/dang-nhap/buoc-hai', 'halfway');
  known('/mat-khau-moi/:token', await makePasswordLink(visitorOf(people.admin)), 'nobody');
  const waiting = await stage.person();
  await waiting.signIn(people.waiting);
  visitors.set(people.waiting, waiting);
  for (const [as, at, deed] of [
    [people.focal, 'assigned', 'khong-nhan'],
    [people.focal, 'assigned', 'nop'],
    [people.focal, 'submitted', 'duyet'],
    [people.focal, 'in-progress', 'doi-han'],
    [people.focal, 'in-progress', 'xin-doi-han'],
    [people.focal, 'in-progress', 'viec-con'],
    [people.focal, 'in-progress', 'cho-nhiem-vu'],
    [people.focal, 'in-progress', 'tu-mau'],
    [people.waiting, 'waiting', 'su-kien'],
  ] as const)
    known(`/nhiem-vu/:id/${deed}`, `${await taskAt(visitorOf(as), at)}/${deed}`, as);
  const given = await taskFromAbove(visitorOf(people.focal));
  known('/nhiem-vu/:id/van-ban-giao', `${given}/van-ban-giao`, people.focal);
  const split = await taskAt(visitorOf(people.focal), 'in-progress');
  known('/nhiem-vu/:id/tu-mau/:template', await previewAt(visitorOf(people.focal), split), people.focal);
  known('/nhiem-vu/:id/phoi-hop/:unit', await contributionAt(visitorOf(people.focal)), people.focal);
  const draft = found.get('/du-thao/:id');
  const many = await changeMany(visitorOf(people.focal));
  known('/nhiem-vu/hang-loat', many.preview, people.focal);
  known('/nhiem-vu/hang-loat/:id', many.result, people.focal);
  const targets = await changeManyTargets(visitorOf(people.focal));
  known('/chi-tieu/hang-loat', targets.preview, people.focal);
  known('/chi-tieu/hang-loat/:id', targets.result, people.focal);
  const drafts = await discardMany(visitorOf(people.focal));
  known('/du-thao/hang-loat', drafts.preview, people.focal);
  known('/du-thao/hang-loat/:id', drafts.result, people.focal);
  for (const { list, preview, result } of await administerMany(visitorOf(people.admin))) {
    known(`${list}/hang-loat`, preview, people.admin);
    known(`${list}/hang-loat/:id`, result, people.admin);
  }
  const reviewer = await stage.person();
  await reviewer.signIn(people.reviewer);
  visitors.set(people.reviewer, reviewer);
  const { review, figure } = await reviewsAt(reviewer);
  known('/danh-gia-thang', '/danh-gia-thang', people.reviewer);
  known('/danh-gia-thang/:id', review, people.reviewer);
  known('/danh-gia-thang/:id/so-lieu', `${review}/so-lieu`, people.reviewer);
  known('/danh-gia-thang/so-lieu', figure, people.reviewer);
  known('/thong-bao/:id', await noticeAt(visitorOf(people.leader)), people.leader);
  known('/viec-cua-toi/:part', '/viec-cua-toi/approve', people.leader);
  const evidence = await bringEvidence(visitorOf(people.focal));
  known('/nhiem-vu/:id/minh-chung/:attachment', evidence, people.focal);
  known('/nhiem-vu/:id/minh-chung/:attachment/tep/:version', `${evidence}/tep/1`, people.focal);
  known('/nhiem-vu/:id/minh-chung/moi', evidence.replace(/[^/]+$/, 'moi'), people.focal);
  known('/nhiem-vu/:id/minh-chung/co-san', evidence.replace(/[^/]+$/, 'co-san'), people.focal);
  known('/nhiem-vu/theo-nhom/xuat', '/nhiem-vu/theo-nhom/xuat?nhom=don-vi', people.focal);
  const report = await bringEvidence(visitorOf(people.focal), '/nop-bao-cao?trang-thai=expected');
  known('/nop-bao-cao/:id/minh-chung/:attachment', report, people.focal);
  known('/nop-bao-cao/:id/minh-chung/:attachment/tep/:version', `${report}/tep/1`, people.focal);
  known('/nop-bao-cao/:id/minh-chung/moi', report.replace(/[^/]+$/, 'moi'), people.focal);
  known('/nop-bao-cao/:id/minh-chung/co-san', report.replace(/[^/]+$/, 'co-san'), people.focal);
  const reports = await remindMany(visitorOf(people.focal));
  known('/nop-bao-cao/hang-loat', reports.preview, people.focal);
  known('/nop-bao-cao/hang-loat/:id', reports.result, people.focal);
  known('/ky-bao-cao/:id/gui', await openPeriod(visitorOf(people.focal)), people.focal);
  known('/ky-bao-cao/ngay-nghi', '/ky-bao-cao/ngay-nghi', people.focal);
  const concluded = await openConclusion(visitorOf(people.focal));
  known('/ket-luan/:id/doc/:reading', concluded.reading, people.focal);
  known('/ket-luan/:id/minh-chung/:attachment', concluded.evidence, people.focal);
  known('/ket-luan/:id/minh-chung/:attachment/tep/:version', `${concluded.evidence}/tep/1`, people.focal);
  known('/ket-luan/:id/minh-chung/moi', concluded.evidence.replace(/[^/]+$/, 'moi'), people.focal);
  known('/ket-luan/:id/minh-chung/co-san', concluded.evidence.replace(/[^/]+$/, 'co-san'), people.focal);
  const paper = await signPaper(visitorOf(people.focal));
  known('/van-ban/:id/tep.docx', `${paper.path}/tep.docx`, people.focal);
  known('/van-ban/:id/tep.pdf', `${paper.path}/tep.pdf`, people.focal);
  known('/van-ban/:id/lich.ics', `${paper.path}/lich.ics`, people.focal);
  known('/van-ban/:id/thu-hoi', `${paper.path}/thu-hoi`, people.focal);
  known('/van-ban/:id/sua', `${paper.draft}/sua`, people.focal);
  known('/van-ban/:id/minh-chung/:attachment', paper.evidence, people.focal);
  known('/van-ban/:id/minh-chung/:attachment/tep/:version', `${paper.evidence}/tep/1`, people.focal);
  known('/van-ban/:id/minh-chung/moi', `${paper.path}/minh-chung/moi`, people.focal);
  known('/van-ban/:id/minh-chung/co-san', `${paper.path}/minh-chung/co-san`, people.focal);
  const printed = await printPapers(visitorOf(people.focal));
  known('/van-ban/in-gop', '/van-ban/in-gop?tat-ca=1', people.focal);
  known('/van-ban/in-gop/:id', printed, people.focal);
  known('/van-ban/in-gop/:id/tep.pdf', `${printed}/tep.pdf`, people.focal);
  const note = await writeNote(visitorOf(people.focal));
  known('/nhiem-vu/:id/ghi-chu/:note', note, people.focal);
  known('/nhiem-vu/:id/ghi-chu/moi', note.replace(/[^/]+$/, 'moi'), people.focal);
  const packed = await packEvidence(visitorOf(people.focal));
  known('/goi-minh-chung/:id', packed, people.focal);
  known('/goi-minh-chung/:id/tep', `${packed}/tep`, people.focal);
  known('/ban-chot/moi', '/ban-chot/moi', people.focal);
  known('/ban-chot/:id', await freezeTaskList(visitorOf(people.focal)), people.focal);
  known('/quan-tri/webhook/:id', await nameWebhook(visitorOf(people.admin)), people.admin);
  if (draft) known('/du-thao/:id/tep', `${draft.address.split('?')[0]}/tep`, draft.as);
}

/** Opens the page of a route; undefined where it is no page. */
async function open(pattern: string): Promise<Page | undefined> {
  const visit = found.get(pattern);
  if (!visit) throw new Error(`no link leads to ${pattern}: say in this file how it is reached`);
  const visitor = visitorOf(visit.as);
  visitor.troubles.length = 0;
  const { page } = visitor;
  await page.setViewportSize({ width: 1280, height: 900 });
  const { status, isFile } = await askFor(page, visit.address);
  expect(status).toBe(200);
  if (isFile) return undefined;
  await page.goto(stage.address + visit.address);
  return page;
}

/** What answers at an address: a page, or a file and data for scripts. */
async function askFor(page: Page, address: string): Promise<{ status: number; isFile: boolean }> {
  const answer = await page.context().request.get(stage.address + address, { maxRedirects: 0 });
  const { 'content-type': type = '' } = answer.headers();
  return { status: answer.status(), isFile: !type.startsWith('text/html') };
}

describe.each(patterns)('%s', (pattern) => {
  it('stands at every width, light and dark, by keyboard', async () => {
    const page = await open(pattern);
    if (!page) return;
    const troubles = await lookAt(page);
    const visitor = visitorOf(found.get(pattern)?.as ?? '');
    expect([...troubles, ...visitor.troubles]).toEqual([]);
  });

  it('stands in English on the narrowest phone', async () => {
    const page = await open(pattern);
    if (!page) return;
    const cookie = { name: 'sauro_lang', url: stage.address };
    await page.context().addCookies([{ ...cookie, value: 'en' }]);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.reload();
    const sideways = await page.evaluate(sidewaysBy);
    const lang = await page.locator('html').getAttribute('lang');
    await page.context().addCookies([{ ...cookie, value: 'vi' }]);
    expect([lang, sideways]).toEqual(['en', '']);
  });
});

describe.each(publicPaths)('%s for citizens', (pattern) => {
  it('weighs under 100 kB on the first visit, without script', async () => {
    const address = found.get(pattern)?.address ?? '';
    if (address.endsWith('.csv')) return;
    const page = await (await openContext(stage.browser)).newPage();
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', (event) => {
      bytes += event.encodedDataLength;
    });
    await page.goto(stage.address + address);
    await lettersStand(page);
    const scripts = await page.locator('script').count();
    await page.context().close();
    expect(scripts).toBe(0);
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(100_000);
  });
});
