import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { draftTestPaper, testHead, testSource } from '#modules/planning/chasing-paper/fixtures.ts';
import { askedBody } from '#modules/planning/chasing-paper/input.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { discardPaper, draftReplacement, editPaper, restorePaper } from './commands.server.ts';
import { issuePaper, withdrawPaper } from './issue.server.ts';
import { getFrozenPaper, getPaper, listLines, nextNumber } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let tasks: readonly string[];
const letter = testSource('reminder-letter');

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  const unit = [...home.units.values()][0] ?? '';
  const today = services.clock.today();
  tasks = (
    await asFocal((ctx) =>
      plantTasks(ctx, [
        { title: 'Muộn nhiều', leadUnitId: unit, dueOn: addDays(today, -60) },
        { title: 'Muộn ít', leadUnitId: unit, dueOn: addDays(today, -3) },
        { title: 'Còn hạn', leadUnitId: unit, dueOn: addDays(today, 90) },
      ]),
    )
  ).ids;
});

const asFocal = <Result>(work: (ctx: Ctx) => Promise<Result>) => home.as(home.signIn('focal'), 'write', work);
const issue = (id: string, more: Partial<Parameters<typeof issuePaper>[3]> = {}) =>
  asFocal((ctx) => issuePaper(ctx, letter, id, { note: '', on: ctx.clock.today(), version: 1, ...more }));
const draft = () => asFocal((ctx) => draftTestPaper(ctx, 'reminder-letter'));
const numberOf = async (id: string) => (await asFocal((ctx) => getPaper(ctx, id))).issued?.number;

describe('numbers of papers', () => {
  it('follow one another, and two people at once get two of them', async () => {
    const ids = await Promise.all([draft(), draft(), draft(), draft()]);
    const issued = await Promise.all(ids.map((id) => issue(id, { number: 1, proposed: 1 })));
    expect(issued.every(({ ok }) => ok)).toBe(true);
    const numbers = await Promise.all(ids.map(numberOf));
    expect(numbers.toSorted((a, b) => Number(a) - Number(b))).toEqual([1, 2, 3, 4]);
  });

  it('are not given again, withdrawn ones neither, and leave a gap only with the reason', async () => {
    const year = Number(services.clock.today().slice(0, 4));
    const next = await asFocal((ctx) => nextNumber(ctx, 'letter', year));
    const gone = await draft();
    await issue(gone);
    expect(
      (await asFocal((ctx) => withdrawPaper(ctx, letter, gone, { reason: 'nhầm', version: 2 }))).ok,
    ).toBe(true);
    const id = await draft();
    expect(await issue(id, { number: next, proposed: 900, note: 'lấy lại số' })).toMatchObject({
      code: 'number-taken',
    });
    expect(await issue(id, { number: next + 9, proposed: 900 })).toMatchObject({
      code: 'number-unexplained',
    });
    expect(await issue(id, { number: next + 9, proposed: 900, note: 'sổ giấy' })).toMatchObject({ ok: true });
    const after = await draft();
    expect(await issue(after)).toMatchObject({ ok: true, value: { number: next + 10 } });
    // The gap is filled later, with the reason.
    expect(await issue(await draft(), { number: next + 3, proposed: 900, note: 'bổ sung' })).toMatchObject({
      ok: true,
      value: { number: next + 3 },
    });
    expect(await asFocal((ctx) => nextNumber(ctx, 'letter', year))).toBe(next + 11);
  });

  it('are refused on a day that is still to come', async () => {
    expect(await issue(await draft(), { on: addDays(services.clock.today(), 1) })).toMatchObject({
      code: 'day-ahead',
    });
  });
});

describe('a paper', () => {
  it('says what was late when it was issued, whatever becomes of the tasks', async () => {
    const id = await draft();
    await issue(id);
    const before = JSON.stringify(await asFocal((ctx) => getFrozenPaper(ctx, id)));
    expect(before).toContain('Muộn nhiều');
    expect(before).not.toContain('Còn hạn');
    await services.migrator.query(`update planning.task set title = 'Tên mới' where id = $1`, [tasks[0]]);
    expect(JSON.stringify(await asFocal((ctx) => getFrozenPaper(ctx, id)))).toBe(before);
    await services.migrator.query(`update planning.task set title = 'Muộn nhiều' where id = $1`, [tasks[0]]);
    const { lines, count } = await asFocal((ctx) => listLines(ctx, id, 100));
    expect([count, lines.map(({ recordId }) => recordId)]).toEqual([2, [tasks[0], tasks[1]]]);
  });

  it('is refused where two people changed it, and where it has been issued', async () => {
    const id = await draft();
    const edit = (version: number) =>
      asFocal((ctx) =>
        editPaper(ctx, letter, id, {
          head: { ...testHead, symbol: 'X' },
          asked: askedBody.parse({}),
          version,
        }),
      );
    expect(await edit(1)).toMatchObject({ ok: true });
    expect(await edit(1)).toMatchObject({ code: 'changed-meanwhile' });
    expect(await issue(id)).toMatchObject({ code: 'changed-meanwhile' });
    expect(await issue(id, { version: 2 })).toMatchObject({ ok: true });
    expect(await issue(id, { version: 3 })).toMatchObject({ code: 'wrong-state' });
    expect(await edit(3)).toMatchObject({ code: 'wrong-state' });
    expect(await asFocal((ctx) => discardPaper(ctx, id))).toMatchObject({ code: 'wrong-state' });
  });

  it('takes the place of another when it is issued, and just once', async () => {
    const old = await draft();
    await issue(old);
    const replace = async () => {
      const made = await asFocal((ctx) => draftReplacement(ctx, letter, old));
      if (!made.ok) throw new Error(made.code);
      return made.value;
    };
    const [one, other] = [await replace(), await replace()];
    expect((await asFocal((ctx) => getPaper(ctx, old))).state).toBe('issued');
    expect(await issue(one)).toMatchObject({ ok: true });
    expect((await asFocal((ctx) => getPaper(ctx, old))).state).toBe('replaced');
    expect(await issue(other)).toMatchObject({ code: 'replaced-meanwhile' });
  });

  it('that was drafted by mistake goes and comes back', async () => {
    const id = await draft();
    expect((await asFocal((ctx) => discardPaper(ctx, id))).ok).toBe(true);
    await expect(asFocal((ctx) => getPaper(ctx, id))).rejects.toThrow(NotFound);
    await asFocal((ctx) => restorePaper(ctx, id));
    expect((await asFocal((ctx) => getPaper(ctx, id))).state).toBe('draft');
  });

  it('counts as chasing until it is withdrawn', async () => {
    const id = await draft();
    const chased = async () =>
      (
        await services.migrator.query('select 1 from planning.published_chased_task where paper_id = $1', [
          id,
        ])
      ).rowCount;
    expect(await chased()).toBe(0);
    await issue(id);
    expect(await chased()).toBe(2);
    await asFocal((ctx) => withdrawPaper(ctx, letter, id, { reason: 'nhầm', version: 2 }));
    expect(await chased()).toBe(0);
  });

  it('is told to the heads of its units', async () => {
    const id = await draft();
    await issue(id);
    const { rows } = await services.migrator.query(
      `select kind from casework.notice where tenant_id = $1 and record_id = $2`,
      [home.tenant.id, id],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row: { kind: string }) => row.kind))).toEqual(new Set(['paper-reminder']));
  });

  it('that was withdrawn is told to the same heads, and a draft of a head to those who give numbers', async () => {
    const id = await draft();
    await issue(id);
    await asFocal((ctx) => withdrawPaper(ctx, letter, id, { reason: 'nhầm đơn vị', version: 2 }));
    const told = async (paperId: string) => {
      const { rows } = await services.migrator.query(
        `select kind, note from casework.notice where tenant_id = $1 and record_id = $2 and read_at is null`,
        [home.tenant.id, paperId],
      );
      return new Set(rows.map((row: { kind: string; note: string }) => `${row.kind} ${row.note}`.trim()));
    };
    expect(await told(id)).toEqual(new Set(['paper-recalled nhầm đơn vị']));
    const waiting = await home.as(home.signIn('unit-head'), 'write', (ctx) =>
      draftTestPaper(ctx, 'reminder-letter'),
    );
    expect(await told(waiting)).toEqual(new Set(['paper-to-issue']));
    await issue(waiting);
    expect([...(await told(waiting))].every((kind) => kind === 'paper-reminder')).toBe(true);
  });
});
