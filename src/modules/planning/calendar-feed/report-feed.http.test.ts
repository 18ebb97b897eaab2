import ICAL from 'ical.js';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate, plainDateAt } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { testSite } from '../../../entry/testing.ts';
import { plantPapers } from '../plan/fixtures.ts';
import { handIn, sendReportBack } from '../report-hand-in/commands.server.ts';
import { listHandIns } from '../report-hand-in/queries.server.ts';
import { discardPeriod, sendOn } from '../report-period/commands/close.server.ts';
import { orderReport } from '../report-period/commands/order.server.ts';
import { makePeriodsNow } from '../report-period/jobs.server.ts';
import { listPeriodsOfYear } from '../report-period/queries.server.ts';
import type { ReportPeriod } from '../report-period/report-period.ts';
import { plantTasks } from '../task/fixtures.ts';
import { createFeed } from './commands.server.ts';

let moment = new Date('2026-02-02T09:00:00+07:00');
const clock = { now: () => moment, today: () => plainDateAt(moment) };
let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

type Role = Parameters<typeof home.signIn>[0];
const as = <Result>(role: Role, work: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn(role), 'write', work);

beforeAll(async () => {
  site = await testSite({ clock });
});

/** A commune whose plan asks for a report by 06/03, one by 10/12 and one of each quarter; no period is made yet. */
beforeEach(async () => {
  moment = new Date('2026-02-02T09:00:00+07:00');
  home = await testTenant(site.services);
  await as('focal', async (ctx) => {
    const { planId } = await plantTasks(ctx, [{ title: 'Rà soát thủ tục' }]);
    const reports = [
      { period: 'Q1' as const, submitBy: '2026-03-06', addressee: 'Sở Nội vụ' },
      { period: 'year' as const, submitBy: '2026-12-10' },
      { period: 'quarter' as const },
    ];
    await plantPapers(ctx, planId, { reports });
  });
});

const make = () => as('focal', (ctx) => makePeriodsNow((_mode, work) => work(ctx)));

async function link(role: Role, lang: 'vi' | 'en' = 'vi'): Promise<string> {
  const feed = { name: 'Báo cáo', kind: 'reports', planId: null, viewId: null } as const;
  const made = await home.asProven(home.signIn(role), (ctx) => createFeed({ ...ctx, lang }, feed));
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

const ask = (secret: string, headers: Record<string, string> = {}) =>
  site.app.fetch(new Request(`http://localhost/lich/${secret}.ics`, { headers }));

async function entries(secret: string) {
  const said = await ask(secret);
  expect(said.status).toBe(200);
  const parsed = ICAL.parse(await said.text()) as ConstructorParameters<typeof ICAL.Component>[0];
  return new ICAL.Component(parsed).getAllSubcomponents('vevent').map((event) => ({
    title: String(event.getFirstPropertyValue('summary')),
    text: String(event.getFirstPropertyValue('description')),
    uid: String(event.getFirstPropertyValue('uid')).split('@')[0],
    day: String(event.getFirstPropertyValue('dtstart')),
    url: String(event.getFirstPropertyValue('url')),
  }));
}
const dayed = async (secret: string) => (await entries(secret)).map(({ day, title }) => `${day} ${title}`);

async function periods(): Promise<ReportPeriod[]> {
  return as('focal', (ctx) => listPeriodsOfYear(ctx, 2026));
}

async function q1(): Promise<ReportPeriod> {
  const found = (await periods()).find(({ kind }) => kind === 'Q1');
  if (!found) throw new Error('no period was made');
  return found;
}

describe('the calendar of reports', () => {
  it('shows what a plan asks for by its words until the periods are made, and then the periods, nothing twice', async () => {
    const secret = await link('focal');
    const days = ['2026-03-06 Hạn nộp: Báo cáo CCHC quý I/2026', '2026-12-10 Hạn nộp: Báo cáo CCHC năm 2026'];
    expect(await dayed(secret)).toEqual(days);
    const [planned] = await entries(secret);
    expect(planned?.text).toContain('chưa lập kỳ báo cáo');
    expect(planned?.url).toContain('/ke-hoach/');
    await make();
    expect(await dayed(secret)).toEqual(days);
    const [made] = await entries(secret);
    const period = await q1();
    expect(made).toMatchObject({ uid: period.id, url: `http://localhost/ky-bao-cao/${period.id}` });
    expect(made?.text).toContain('Nơi nhận: Sở Nội vụ');
  });

  it('says what each unit still has to hand in, and of other units nothing to who reads one', async () => {
    await make();
    const period = await q1();
    const [focal, officer] = [await link('focal'), await link('officer')];
    const reports = await as('focal', (ctx) => listHandIns(ctx, period.id));
    const officers = home.people.get(home.signIn('officer'))?.unitIds ?? [];
    const own = reports.find(({ unitId }) => officers.includes(unitId));
    const others = reports.filter((one) => one !== own).map(({ unitName }) => unitName);
    if (!own || others.length === 0) throw new Error('the officer stands in one of several units');
    const before = (await entries(officer))[0];
    expect(before?.text).toContain(`Còn phải nộp: ${own.unitName}\n`);
    for (const name of others) expect(before?.text).not.toContain(name);
    await as('officer', (ctx) => handIn(ctx, { id: own.id, version: own.version }, 'Báo cáo 5/BC'));
    const after = (await entries(officer))[0];
    expect(after).toMatchObject({ title: '✓ Đã nộp: Báo cáo CCHC quý I/2026', uid: before?.uid });
    expect(after?.text).not.toContain('Báo cáo 5/BC');
    const whole = (await entries(focal))[0];
    expect(whole?.title).toBe('Hạn nộp: Báo cáo CCHC quý I/2026');
    expect(whole?.text).toContain(`Đơn vị đã nộp: 1/${reports.length}`);
    expect(whole?.text).toContain(`Đã nộp: ${own.unitName}\n`);
    for (const name of others) expect(whole?.text).toContain(name);
    await as('focal', (ctx) => sendReportBack(ctx, { id: own.id, version: own.version + 1 }, 'Thiếu'));
    expect((await entries(officer))[0]?.text).toContain(`${own.unitName} (trả lại để sửa)`);
  });

  it('marks what is late, and what the commune has sent on', async () => {
    await make();
    const secret = await link('focal');
    moment = new Date('2026-03-07T09:00:00+07:00');
    expect((await dayed(secret))[0]).toBe('2026-03-06 Quá hạn nộp: Báo cáo CCHC quý I/2026');
    const { id, version } = await q1();
    const sent = { number: '60/BC-UBND', on: plainDate('2026-03-07'), to: 'Sở Nội vụ', version };
    expect(await as('focal', (ctx) => sendOn(ctx, id, sent))).toMatchObject({ ok: true });
    expect((await dayed(secret))[0]).toBe('2026-03-06 ✓ Đã nộp: Báo cáo CCHC quý I/2026');
    moment = new Date('2026-06-10T09:00:00+07:00');
    expect(await dayed(secret)).toHaveLength(1);
  });

  it('shows the day on which figures are cut off beside the day to hand in, in both languages, until it is discarded', async () => {
    const units = [...home.units.values()];
    const ordered = await as('focal', (ctx) =>
      orderReport(ctx, {
        title: 'Báo cáo đột xuất',
        document: { number: '12/SNV', on: plainDate('2026-02-01'), issuer: 'Sở Nội vụ' },
        dataFrom: plainDate('2026-01-01'),
        dataTo: plainDate('2026-02-14'),
        lastOn: plainDate('2026-02-20'),
        addressee: null,
        unitIds: units,
      }),
    );
    const id = ordered.ok ? ordered.value : '';
    const secret = await link('focal');
    const mine = (await entries(secret)).filter(({ uid }) => uid?.startsWith(id));
    expect(mine.map(({ uid, day, title }) => [uid, day, title])).toEqual([
      [`${id}-cut-off`, '2026-02-14', 'Chốt số liệu: Báo cáo đột xuất'],
      [id, '2026-02-20', 'Hạn nộp: Báo cáo đột xuất'],
    ]);
    expect(mine[0]?.text).toContain('Số liệu: 01/01/2026–14/02/2026');
    expect(mine[0]?.text).toContain('Căn cứ: 12/SNV');
    const english = (await entries(await link('officer', 'en'))).filter(({ uid }) => uid?.startsWith(id));
    expect(english.map(({ title }) => title)).toEqual([
      'Cut-off of figures: Báo cáo đột xuất',
      'To hand in: Báo cáo đột xuất',
    ]);
    await as('focal', (ctx) => discardPeriod(ctx, id, 'nhầm'));
    expect((await entries(secret)).some(({ uid }) => uid?.startsWith(id))).toBe(false);
  });

  it('goes by what its holder may read at that moment, and tells a program only when something changed', async () => {
    await make();
    const secret = await link('auditor');
    const tag = (await ask(secret)).headers.get('etag') ?? '';
    expect((await ask(secret, { 'if-none-match': tag })).status).toBe(304);
    const period = await q1();
    const [report] = await as('focal', (ctx) => listHandIns(ctx, period.id));
    if (!report) throw new Error('no unit reports');
    await as('focal', (ctx) => handIn(ctx, { id: report.id, version: report.version }, 'Báo cáo 7'));
    expect((await ask(secret, { 'if-none-match': tag })).status).toBe(200);
    await site.services.migrator.query(
      `delete from directory.role_grant where tenant_id = $1
       and role_id = (select id from directory.role where tenant_id = $1 and code = 'auditor')
       and act in ('planning.report-period.read', 'planning.plan.read')`,
      [home.tenant.id],
    );
    expect(await dayed(secret)).toEqual([]);
  });
});
