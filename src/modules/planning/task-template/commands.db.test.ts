import { beforeAll, describe, expect, it } from 'vitest';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { writeNote } from '#modules/casework/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { listDependencies } from '../dependency/queries.server.ts';
import { listSubTasks } from '../sub-task/queries.server.ts';
import { acceptTask } from '../task/commands/receive.server.ts';
import { plantTasks } from '../task/fixtures.ts';
import { getTask, listTaskEvents } from '../task/queries.server.ts';
import { taskOwner } from '../task/record-owner.server.ts';
import { createTemplate, discardTemplate, editTemplate, restoreTemplate } from './commands.server.ts';
import { reportTemplate, step } from './fixtures.ts';
import { templateOfTask } from './from-task.server.ts';
import { makeParts, makeTaskFromAbove } from './make.server.ts';
import { beginFor, dayAfter, planParts } from './planned-parts.server.ts';
import { findMadeFrom, getTemplate, listTemplates } from './queries.server.ts';
import { takeRunBack } from './take-back.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

const as = <Result>(
  role: Parameters<typeof home.signIn>[0],
  work: (ctx: Ctx) => Promise<Result>,
  at: typeof home = home,
) => at.as(at.signIn(role), 'write', work);
const asFocal = <Result>(work: (ctx: Ctx) => Promise<Result>) => as('focal', work);
const idOf = (role: Parameters<typeof home.signIn>[0]) =>
  home.people.get(home.signIn(role))?.officerId ?? null;

async function kept(content = reportTemplate()) {
  const outcome = await asFocal((ctx) => createTemplate(ctx, content));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function planted(dueOn: string | null = '2026-06-30') {
  const { ids } = await asFocal((ctx) => plantTasks(ctx, [{ stage: 'in-progress', dueOn, code: 'II.3' }]));
  return ids[0] as NonNullable<(typeof ids)[0]>;
}

const forAll = () => ({
  begin: plainDate('2026-05-04'),
  leadUnitId: home.units.get('Phòng Kinh tế') ?? null,
  assigneeId: idOf('officer'),
  approverId: idOf('leader'),
});

async function planned(templateId: string) {
  return asFocal(async (ctx) => {
    const template = await getTemplate(ctx, templateId);
    return planParts(await loadOfficeCalendar(ctx), template, forAll(), () => true);
  });
}

async function madeParts(templateId: string, taskId: string) {
  const parts = await planned(templateId);
  const outcome = await asFocal((ctx) => makeParts(ctx, { templateId, version: 1 }, taskId, parts));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

const audited = async (act: string) => {
  const { rows } = await services.migrator.query<{ n: string }>(
    'select count(*) as n from platform.audit_line where tenant_id = $1 and act = $2',
    [home.tenant.id, act],
  );
  return Number(rows[0]?.n);
};

describe('a template', () => {
  it('is kept, said anew with the next version, and refused to whoever has read an older one', async () => {
    const id = await kept();
    const renamed = reportTemplate({ title: 'Báo cáo năm' });
    const edit = () => asFocal((ctx) => editTemplate(ctx, id, { content: renamed, version: 1 }));
    expect(await edit()).toMatchObject({ ok: true });
    expect(await edit()).toMatchObject({ code: 'changed-meanwhile' });
    expect(await asFocal((ctx) => getTemplate(ctx, id))).toMatchObject({ title: 'Báo cáo năm', version: 2 });
    expect(await audited('planning.task-template.edit')).toBe(1);
  });

  it('refuses parts that do not fit and units that have ended', async () => {
    const create = (given: Parameters<typeof reportTemplate>[0]) =>
      asFocal((ctx) => createTemplate(ctx, reportTemplate(given)));
    const round = [step({ title: 'a', after: [2] }), step({ title: 'b', after: [1] })];
    expect(await create({ steps: round })).toMatchObject({ code: 'does-not-fit' });
    const late = [step({ title: 'a', dueWorkingDays: 11 })];
    expect(await create({ steps: late })).toMatchObject({ code: 'does-not-fit' });
    const foreign = away.units.get('Phòng Kinh tế') ?? null;
    expect(await create({ leadUnitId: foreign })).toMatchObject({ code: 'unknown-choice' });
  });

  it('goes into the trash and comes back as it was', async () => {
    const id = await kept();
    await asFocal((ctx) => discardTemplate(ctx, id));
    await expect(asFocal((ctx) => getTemplate(ctx, id))).rejects.toThrow(NotFound);
    await asFocal((ctx) => restoreTemplate(ctx, id));
    expect(await asFocal((ctx) => getTemplate(ctx, id))).toMatchObject(reportTemplate());
    await expect(asFocal((ctx) => restoreTemplate(ctx, id))).rejects.toThrow(NotFound);
  });

  it('is kept by those whose right it is, and is of one commune alone', async () => {
    const id = await kept();
    await expect(as('officer', (ctx) => createTemplate(ctx, reportTemplate()))).rejects.toThrow(Forbidden);
    await expect(as('focal', (ctx) => getTemplate(ctx, id), away)).rejects.toThrow(NotFound);
    expect(await as('focal', (ctx) => listTemplates(ctx), away)).toEqual([]);
  });
});

describe('days of a template', () => {
  it('count working days from the beginning, never end on a day off, and go back from a deadline', async () => {
    await services.migrator.query(
      `insert into calendar.own_day (tenant_id, id, on_date, kind, reason, created_at)
       values ($1, $2, '2026-05-14', 'off', 'mất điện', now())`,
      [away.tenant.id, newId()],
    );
    const calendar = await as('focal', (ctx) => loadOfficeCalendar(ctx), away);
    const saturday = plainDate('2026-05-09');
    expect(dayAfter(calendar, saturday, 0)).toBe('2026-05-11');
    expect(dayAfter(calendar, saturday, 1)).toBe('2026-05-11');
    expect(dayAfter(calendar, plainDate('2026-05-08'), 1)).toBe('2026-05-11');
    // A Thursday on which the office of this commune alone is closed.
    expect(dayAfter(calendar, plainDate('2026-05-13'), 1)).toBe('2026-05-15');
    expect(dayAfter(calendar, plainDate('2026-05-14'), 0)).toBe('2026-05-15');
    const begin = beginFor(calendar, reportTemplate(), plainDate('2026-06-30'));
    expect(dayAfter(calendar, begin, 10)).toBe('2026-06-30');
  });
});

describe('parts of a task that are made from a template', () => {
  it('have their days, people and order, and say which template and version they came from', async () => {
    const [templateId, taskId] = [await kept(), await planted()];
    const made = await madeParts(templateId, taskId);
    expect(made.count).toBe(3);
    const parts = await asFocal((ctx) => listSubTasks(ctx, taskId));
    expect(parts.map((part) => [part.code, part.title, part.dueOn])).toEqual([
      ['II.3.1', 'Đề nghị các đơn vị báo cáo', '2026-05-05'],
      ['II.3.2', 'Tổng hợp số liệu', '2026-05-11'],
      ['II.3.3', 'Trình ký', '2026-05-15'],
    ]);
    const [first, , last] = parts;
    const before = await asFocal((ctx) => listDependencies(ctx, last?.id ?? (taskId as never)));
    expect(before.predecessors.map((one) => one.code)).toEqual(['II.3.1', 'II.3.2']);
    const record = await asFocal((ctx) => getTask(ctx, first?.id ?? ''));
    expect(record).toMatchObject({ expectedEvidence: 'Công văn', templateRunId: made.runId });
    const from = await asFocal((ctx) => findMadeFrom(ctx, made.runId));
    expect(from).toMatchObject({ title: 'Báo cáo quý', version: 1, isThere: true });
    await asFocal((ctx) => discardTemplate(ctx, templateId));
    expect(await asFocal((ctx) => findMadeFrom(ctx, made.runId))).toMatchObject({ isThere: false });
  });

  it('are refused as a whole where one does not fit', async () => {
    const [templateId, taskId] = [await kept(), await planted('2026-05-11')];
    const parts = await planned(templateId);
    const make = (given: typeof parts, version = 1) =>
      asFocal((ctx) => makeParts(ctx, { templateId, version }, taskId, given));
    expect(await make(parts)).toMatchObject({ code: 'due-after-parent' });
    const [one, two] = parts;
    if (!one || !two) throw new Error('no parts');
    const round = [{ ...one, after: [2] }, two];
    expect(await make(round)).toMatchObject({ code: 'circle', detail: { way: '1 → 2 → 1' } });
    expect(await make([{ ...one, after: [7] }])).toMatchObject({ code: 'unknown-step' });
    expect(await make([])).toMatchObject({ code: 'nothing' });
    expect(await make(Array.from({ length: 21 }, () => one))).toMatchObject({ code: 'too-many-parts' });
    expect(await make([one], 7)).toMatchObject({ code: 'changed-meanwhile' });
    expect(await asFocal((ctx) => listSubTasks(ctx, taskId))).toEqual([]);
  });

  it('are nobody’s to make who may not split the task', async () => {
    const [templateId, taskId] = [await kept(), await planted()];
    const parts = await planned(templateId);
    const make = (ctx: Ctx) => makeParts(ctx, { templateId, version: 1 }, taskId, parts);
    await expect(as('officer', make)).rejects.toThrow(Forbidden);
    await expect(as('auditor', make)).rejects.toThrow(Forbidden);
  });
});

describe('what was made', () => {
  it('is taken back as a whole by the one who made it, and nothing of it stays', async () => {
    const [templateId, taskId] = [await kept(), await planted()];
    const { runId } = await madeParts(templateId, taskId);
    await expect(as('leader', (ctx) => takeRunBack(ctx, runId))).rejects.toThrow(Forbidden);
    expect(await asFocal((ctx) => takeRunBack(ctx, runId))).toMatchObject({ ok: true, value: { count: 3 } });
    expect(await asFocal((ctx) => listSubTasks(ctx, taskId))).toEqual([]);
    const events = await asFocal((ctx) => listTaskEvents(ctx, taskId));
    expect(events.map((event) => event.kind)).toContain('taken-back');
    await expect(asFocal((ctx) => takeRunBack(ctx, runId))).rejects.toThrow(NotFound);
  });

  it('stays once somebody has accepted, or written a note', async () => {
    const templateId = await kept(
      reportTemplate({ steps: [step({ title: 'a', product: 'Bảng', dueWorkingDays: 2 })] }),
    );
    for (const touch of [
      (ctx: Ctx, id: string): Promise<{ ok: boolean }> => acceptTask(ctx, id, { version: 1 }),
      (ctx: Ctx, id: string): Promise<{ ok: boolean }> =>
        writeNote(ctx, taskOwner, id, { text: 'Đã gọi', mentions: [] }),
    ]) {
      const taskId = await planted();
      const { runId } = await madeParts(templateId, taskId);
      const [part] = await asFocal((ctx) => listSubTasks(ctx, taskId));
      expect(part?.stage).toBe('assigned');
      expect(await asFocal((ctx) => touch(ctx, part?.id ?? ''))).toMatchObject({ ok: true });
      expect(await asFocal((ctx) => takeRunBack(ctx, runId))).toMatchObject({ code: 'worked-on' });
      expect(await asFocal((ctx) => listSubTasks(ctx, taskId))).toHaveLength(1);
    }
  });
});

describe('a task from above that is made from a template', () => {
  it('is entered with its parts in one act, and taken back in one', async () => {
    const templateId = await kept();
    const parts = await planned(templateId);
    const task = {
      number: '9/UBND',
      on: plainDate('2026-05-04'),
      issuer: 'Tỉnh',
      title: 'Báo cáo',
      product: 'Báo cáo',
      dueText: null,
      dueOn: plainDate('2026-05-18'),
      coordinatingUnitIds: [],
      ...forAll(),
      activity: 'Theo đề cương',
      note: null,
      evidence: 'Báo cáo đã ký',
    };
    const make = () =>
      asFocal((ctx) => makeTaskFromAbove(ctx, { templateId, version: 1 }, task, parts, false));
    const made = await make();
    if (!made.ok) throw new Error(made.code);
    const record = await asFocal((ctx) => getTask(ctx, made.value.taskId));
    expect(record).toMatchObject({ activity: 'Theo đề cương', expectedEvidence: 'Báo cáo đã ký' });
    expect(record.from?.number).toBe('9/UBND');
    expect(await asFocal((ctx) => listSubTasks(ctx, record.id))).toHaveLength(3);
    expect(await make()).toMatchObject({ code: 'doubled' });
    expect(await asFocal((ctx) => takeRunBack(ctx, made.value.runId))).toMatchObject({
      value: { parentId: null, count: 4 },
    });
    await expect(asFocal((ctx) => getTask(ctx, made.value.taskId))).rejects.toThrow(NotFound);
  });
});

describe('a task that is kept as a template', () => {
  it('hands its parts on with their distance from the beginning and their order', async () => {
    const [templateId, taskId] = [await kept(), await planted('2027-06-30')];
    await madeParts(templateId, taskId);
    const content = await asFocal(async (ctx) =>
      templateOfTask(ctx, await getTask(ctx, taskId), await listSubTasks(ctx, taskId)),
    );
    expect(content.steps.map((part) => [part.title, part.after])).toEqual([
      ['Đề nghị các đơn vị báo cáo', []],
      ['Tổng hợp số liệu', [1]],
      ['Trình ký', [1, 2]],
    ]);
  });

  it('is planned with another unit where its own has ended', async () => {
    const unitId = home.units.get('Văn phòng HĐND và UBND') ?? '';
    const id = await kept(reportTemplate({ steps: [step({ title: 'a', leadUnitId: unitId })] }));
    const parts = await asFocal(async (ctx) =>
      planParts(await loadOfficeCalendar(ctx), await getTemplate(ctx, id), forAll(), (one) => one !== unitId),
    );
    expect(parts.map((part) => part.leadUnitId)).toEqual([forAll().leadUnitId]);
  });
});
