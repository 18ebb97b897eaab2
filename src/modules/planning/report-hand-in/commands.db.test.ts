import { beforeAll, describe, expect, it } from 'vitest';
import { attachDocument } from '#modules/casework/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { onDay, plantPeriods } from '../report-period/fixtures.ts';
import { listEvents } from '../report-period/queries.server.ts';
import { listReportsToDo } from '../waiting-task/reports-to-do.server.ts';
import {
  acceptReport,
  askForReport,
  excuseReport,
  handIn,
  sendReportBack,
  takeJudgementBack,
  withdrawReport,
} from './commands.server.ts';
import { reportEvidence } from './evidence-owner.server.ts';
import { reportMatters } from './matter-source.server.ts';
import { getHandIn, listHandIns } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;

beforeAll(async () => {
  services = await testServices();
});

async function commune() {
  const home = await testTenant(services);
  const [period] = (await plantPeriods(home)).periods;
  if (!period) throw new Error('no period was made');
  const as = <Result>(
    role: Parameters<typeof home.signIn>[0],
    work: (ctx: Ctx) => Promise<Result>,
    on = '2026-03-02',
  ) => home.as(home.signIn(role), 'write', (ctx) => work(onDay(ctx, on)));
  const officer = home.people.get(home.signIn('officer'));
  const reports = await as('focal', (ctx) => listHandIns(ctx, period.id));
  const own = reports.find(({ unitId }) => officer?.unitIds.includes(unitId));
  const other = reports.find(({ unitId }) => !officer?.unitIds.includes(unitId));
  if (!own || !other) throw new Error('the officer stands in one of two units');
  const now = () => as('focal', (ctx) => getHandIn(ctx, own.id));
  return { home, period, own, other, as, now };
}

describe('the report of a unit', () => {
  it('goes from expected over sent back to accepted, and each step can be taken back', async () => {
    const { own, as, now, period } = await commune();
    const id = own.id;
    expect(await as('officer', (ctx) => handIn(ctx, { id, version: 1 }, ''))).toMatchObject({
      code: 'nothing-handed-in',
    });
    expect(await as('officer', (ctx) => handIn(ctx, { id, version: 1 }, 'Báo cáo 5'))).toMatchObject({
      ok: true,
    });
    expect(await as('officer', (ctx) => withdrawReport(ctx, { id, version: 2 }))).toMatchObject({ ok: true });
    expect(await now()).toMatchObject({ state: 'expected', firstHandedInOn: null });
    await as('officer', (ctx) => handIn(ctx, { id, version: 3 }, 'Báo cáo 5'));
    await as('focal', (ctx) => sendReportBack(ctx, { id, version: 4 }, 'Thiếu phụ lục'), '2026-03-04');
    expect(await now()).toMatchObject({ state: 'sent-back', reason: 'Thiếu phụ lục', sentBackTimes: 1 });
    await as('focal', (ctx) => takeJudgementBack(ctx, { id, version: 5 }), '2026-03-04');
    expect(await now()).toMatchObject({ state: 'handed-in', sentBackTimes: 0 });
    await as('focal', (ctx) => sendReportBack(ctx, { id, version: 6 }, 'Thiếu phụ lục'), '2026-03-04');
    // Mended after the day: what counts is when it first came.
    await as('officer', (ctx) => handIn(ctx, { id, version: 7 }, 'Báo cáo 5, đủ phụ lục'), '2026-03-11');
    await as('officer', (ctx) => withdrawReport(ctx, { id, version: 8 }), '2026-03-11');
    expect(await now()).toMatchObject({ state: 'sent-back', firstHandedInOn: '2026-03-02' });
    await as('officer', (ctx) => handIn(ctx, { id, version: 9 }, 'Báo cáo 5, đủ phụ lục'), '2026-03-11');
    await as('focal', (ctx) => acceptReport(ctx, { id, version: 10 }), '2026-03-12');
    const last = await now();
    expect([last.state, last.firstHandedInOn, last.handedInOn]).toEqual([
      'accepted',
      '2026-03-02',
      '2026-03-11',
    ]);
    expect(await as('focal', (ctx) => acceptReport(ctx, { id, version: 11 }))).toMatchObject({
      code: 'wrong-state',
    });
    const events = await as('officer', (ctx) => listEvents(ctx, period.id, own.unitId));
    expect(events.map(({ kind }) => kind)).toEqual([
      'accepted',
      'handed-in',
      'withdrawn',
      'handed-in',
      'sent-back',
      'taken-back',
      'sent-back',
      'handed-in',
      'withdrawn',
      'handed-in',
    ]);
  });

  it('is handed in with a file or document alone', async () => {
    const { own, as, now } = await commune();
    const proof = { title: 'Báo cáo', number: '5/BC', issuedOn: plainDate('2026-03-01'), issuer: 'Phòng' };
    const attached = await as('officer', (ctx) => attachDocument(ctx, reportEvidence, own.id, proof));
    expect(attached.ok).toBe(true);
    expect(await as('officer', (ctx) => handIn(ctx, { id: own.id, version: 1 }, ''))).toMatchObject({
      ok: true,
    });
    await as('focal', (ctx) => acceptReport(ctx, { id: own.id, version: 2 }));
    // What is accepted stands as it is.
    await expect(as('officer', (ctx) => attachDocument(ctx, reportEvidence, own.id, proof))).rejects.toThrow(
      Forbidden,
    );
    expect((await now()).state).toBe('accepted');
  });

  it('may be excused with the reason, and asked for', async () => {
    const { own, as, now } = await commune();
    await as('focal', (ctx) => askForReport(ctx, { id: own.id, version: 1 }));
    await as('focal', (ctx) => excuseReport(ctx, { id: own.id, version: 2 }, 'Đơn vị mới lập'));
    expect(await now()).toMatchObject({ state: 'excused', reason: 'Đơn vị mới lập' });
    await as('focal', (ctx) => takeJudgementBack(ctx, { id: own.id, version: 3 }));
    expect(await now()).toMatchObject({ state: 'expected', reason: null });
  });

  it('is accepted once where two do so at once', async () => {
    const { own, as } = await commune();
    await as('officer', (ctx) => handIn(ctx, { id: own.id, version: 1 }, 'x'));
    const both = await Promise.all(
      ['focal', 'leader'].map((role) =>
        as(role as 'focal', (ctx) => acceptReport(ctx, { id: own.id, version: 2 })),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('of another unit or commune is not found, and judging one’s own is not the unit’s', async () => {
    const [here, there] = [await commune(), await commune()];
    const report = { id: here.other.id, version: 1 };
    await expect(here.as('officer', (ctx) => handIn(ctx, report, 'x'))).rejects.toThrow(NotFound);
    await expect(there.as('focal', (ctx) => handIn(ctx, report, 'x'))).rejects.toThrow(NotFound);
    const own = { id: here.own.id, version: 1 };
    await expect(here.as('officer', (ctx) => excuseReport(ctx, own, 'x'))).rejects.toThrow(Forbidden);
  });
});

it('waits among the work of the unit when it is near, and then of whoever accepts', async () => {
  const { own, as } = await commune();
  const parts = async (role: 'officer' | 'focal', on: string) =>
    (await as(role, (ctx) => listReportsToDo(ctx, 20), on))
      .filter(({ handIn: one }) => one.id === own.id)
      .map(({ part }) => part);
  expect(await parts('officer', '2026-02-10')).toEqual([]);
  expect(await parts('officer', '2026-03-02')).toEqual(['hand-in']);
  await as('officer', (ctx) => handIn(ctx, { id: own.id, version: 1 }, 'x'));
  expect(await parts('officer', '2026-03-02')).toEqual([]);
  expect(await parts('focal', '2026-03-02')).toContain('accept');
});

it('is a matter of which the unit is reminded, until it is handed in', async () => {
  const { own, as } = await commune();
  const matters = async () =>
    (await as('focal', (ctx) => reportMatters.mattersOn(ctx, plainDate('2026-03-02')))).filter(
      ({ recordId }) => recordId === own.id,
    );
  expect(await matters()).toMatchObject([{ dueOn: '2026-03-06', unitId: own.unitId }]);
  await as('officer', (ctx) => handIn(ctx, { id: own.id, version: 1 }, 'x'));
  expect(await matters()).toEqual([]);
});
