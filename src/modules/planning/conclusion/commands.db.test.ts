import { beforeAll, describe, expect, it } from 'vitest';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { writeNote } from '#modules/casework/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { countTasks } from '../task/list-tasks.server.ts';
import { plantTasks } from '../task/fixtures.ts';
import { getTask } from '../task/queries.server.ts';
import { taskOwner } from '../task/record-owner.server.ts';
import { discardTask } from '../task-from-above/discard.server.ts';
import { createConclusion, discardConclusion, editConclusion, restoreConclusion } from './commands.server.ts';
import type { NewLine } from './conclusion.ts';
import { meeting, taskLine } from './fixtures.ts';
import { addLines, editLine, takeLinesBack } from './line-commands.server.ts';
import { getConclusion, listConclusionsOfTask, listLines } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

type Role = Parameters<typeof home.signIn>[0];
const as = <Result>(role: Role, work: (ctx: Ctx) => Promise<Result>, at: typeof home = home) =>
  at.as(at.signIn(role), 'write', work);
const asFocal = <Result>(work: (ctx: Ctx) => Promise<Result>) => as('focal', work);

async function kept(lines: readonly NewLine[] = []) {
  const made = await asFocal((ctx) => createConclusion(ctx, meeting()));
  if (!made.ok) throw new Error(made.code);
  const added = lines.length > 0 ? await asFocal((ctx) => addLines(ctx, made.value, lines)) : undefined;
  if (added && !added.ok) throw new Error(added.code);
  return { id: made.value, batch: added?.value.batchId ?? '' };
}
const linesOf = (id: Parameters<typeof listLines>[1]) => asFocal((ctx) => listLines(ctx, id));

describe('a conclusion', () => {
  it('is mended with the tasks made from it, and refused to whoever has read an older one', async () => {
    const { id } = await kept([taskLine({ title: 'Rà soát' })]);
    const facts = meeting({ number: '46/TB-UBND' });
    const edit = () => asFocal((ctx) => editConclusion(ctx, id, { facts, version: 1 }));
    expect(await edit()).toMatchObject({ ok: true });
    expect(await edit()).toMatchObject({ code: 'changed-meanwhile' });
    const [line] = await linesOf(id);
    const task = await asFocal((ctx) => getTask(ctx, line?.task?.id ?? ''));
    expect(task).toMatchObject({ from: { number: '46/TB-UBND' }, conclusionId: id, version: 2 });
    const late = meeting({ on: plainDate('2099-01-01') });
    expect(await asFocal((ctx) => createConclusion(ctx, late))).toMatchObject({ code: 'document-to-come' });
  });

  it('goes into the trash while it has no lines, and comes back', async () => {
    const { id } = await kept();
    await asFocal((ctx) => discardConclusion(ctx, id));
    await expect(asFocal((ctx) => getConclusion(ctx, id))).rejects.toThrow(NotFound);
    await asFocal((ctx) => restoreConclusion(ctx, id));
    expect(await asFocal((ctx) => getConclusion(ctx, id))).toMatchObject(meeting());
    const full = await kept([taskLine({ title: 'Rà soát' })]);
    expect(await asFocal((ctx) => discardConclusion(ctx, full.id))).toMatchObject({ code: 'has-lines' });
  });

  it('is of one commune alone, and kept by those whose right it is', async () => {
    const { id } = await kept();
    await expect(as('focal', (ctx) => getConclusion(ctx, id), away)).rejects.toThrow(NotFound);
    await expect(as('officer', (ctx) => createConclusion(ctx, meeting()))).rejects.toThrow(Forbidden);
    await expect(as('community', (ctx) => getConclusion(ctx, id))).rejects.toThrow(NotFound);
  });
});

describe('the lines of a conclusion', () => {
  it('become tasks that stand on its document, are joined to one, or are none for a reason', async () => {
    const planted = await asFocal((ctx) => plantTasks(ctx, [{ code: 'IX.7' }]));
    const unit = home.units.get('Phòng Kinh tế') ?? null;
    const { id } = await kept([
      taskLine({ title: 'Rà soát thủ tục', leadUnitId: unit, dueOn: plainDate('2026-05-20') }),
      { text: 'Như kế hoạch', decision: { standing: 'joined', task: 'IX.7' } },
      { text: 'Rút kinh nghiệm', decision: { standing: 'none', reason: 'chỉ để biết' } },
      { text: 'Còn bàn thêm', decision: { standing: 'open' } },
    ]);
    const lines = await linesOf(id);
    expect(lines.map(({ standing }) => standing)).toEqual(['task', 'joined', 'none', 'open']);
    expect(lines[1]?.task?.id).toBe(planted.ids[0]);
    const task = await asFocal((ctx) => getTask(ctx, lines[0]?.task?.id ?? ''));
    expect(task).toMatchObject({
      from: { number: '45/TB-UBND', issuer: 'Ủy ban nhân dân xã' },
      leadUnitId: unit,
    });
    expect(task.code).toMatch(/^KL\.\d+$/);
    const back = await asFocal((ctx) => listConclusionsOfTask(ctx, task.id));
    expect(back).toMatchObject([{ id, lineId: lines[0]?.id }]);
    expect(await asFocal((ctx) => getConclusion(ctx, id))).toMatchObject({ lines: 4, open: 1, tasks: 2 });
  });

  it('are counted by their source, each figure as its list', async () => {
    const past = plainDate('2026-05-05');
    const { id } = await kept([taskLine({ title: 'Đã trễ', dueOn: past }), taskLine({ title: 'Chưa trễ' })]);
    const conclusion = await asFocal((ctx) => getConclusion(ctx, id));
    const count = (clauses: Record<string, string>) =>
      asFocal(async (ctx) => {
        const calendar = await loadOfficeCalendar(ctx);
        const given = Object.entries(clauses).map(([field, value]) => [
          { field, operator: 'is' as const, values: [value] },
        ]);
        return (await countTasks(ctx, calendar, { search: '', clauses: given })).rows;
      });
    expect(await count({ 'ket-luan': id })).toBe(conclusion.tasks);
    expect(await count({ 'ket-luan': id, han: 'late' })).toBe(conclusion.late);
    expect(await count({ 'ket-luan': id, nguon: 'ket-luan' })).toBe(2);
    expect(await count({ 'ket-luan': id, nguon: 'cap-tren' })).toBe(0);
  });

  it('are refused as a whole, with the place of the one that cannot be', async () => {
    const { id } = await kept();
    const add = (line: NewLine) => asFocal((ctx) => addLines(ctx, id, [taskLine({ title: 'Được' }), line]));
    const early = taskLine({ title: 'Sớm', dueOn: plainDate('2026-05-01') });
    expect(await add(early)).toMatchObject({ code: 'due-before-document', detail: { line: '2' } });
    const nowhere = { text: 'x', decision: { standing: 'joined', task: 'KHONG.CO' } } as const;
    expect(await add(nowhere)).toMatchObject({ code: 'unknown-task' });
    const foreign = taskLine({ title: 'Lạ', leadUnitId: away.units.get('Phòng Kinh tế') ?? null });
    expect(await add(foreign)).toMatchObject({ code: 'unknown-choice' });
    expect(await asFocal((ctx) => addLines(ctx, id, []))).toMatchObject({ code: 'no-lines' });
    expect(await linesOf(id)).toEqual([]);
  });

  it('are taken back together while nobody has worked on them, by whoever confirmed them', async () => {
    const { id, batch } = await kept([taskLine({ title: 'Một' }), taskLine({ title: 'Hai' })]);
    await expect(as('leader', (ctx) => takeLinesBack(ctx, id, batch))).rejects.toThrow(Forbidden);
    expect(await asFocal((ctx) => takeLinesBack(ctx, id, batch))).toMatchObject({
      ok: true,
      value: { lines: 2, tasks: 2 },
    });
    await expect(asFocal((ctx) => takeLinesBack(ctx, id, batch))).rejects.toThrow(NotFound);
    const again = await kept([taskLine({ title: 'Ba' })]);
    const [line] = await linesOf(again.id);
    await asFocal((ctx) =>
      writeNote(ctx, taskOwner, line?.task?.id ?? '', { text: 'Đang làm', mentions: [] }),
    );
    expect(await asFocal((ctx) => takeLinesBack(ctx, again.id, again.batch))).toMatchObject({
      code: 'worked-on',
    });
    expect(await asFocal((ctx) => discardTask(ctx, line?.task?.id ?? ''))).toMatchObject({
      code: 'not-from-above',
    });
  });

  it('are decided about later, once, and keep the task that they became', async () => {
    const { id } = await kept([{ text: 'Còn bàn thêm', decision: { standing: 'open' } }]);
    const [open] = await linesOf(id);
    const edit = (line: NewLine, version: number) =>
      asFocal((ctx) => editLine(ctx, id, open?.id ?? '', { line, version }));
    expect(await edit(taskLine({ title: 'Thành việc' }), 1)).toMatchObject({ ok: true });
    expect(await edit(taskLine({ title: 'Thành việc' }), 1)).toMatchObject({ code: 'changed-meanwhile' });
    const none: NewLine = { text: 'Thôi', decision: { standing: 'none', reason: 'đổi ý' } };
    expect(await edit(none, 2)).toMatchObject({ code: 'has-task' });
    const [before] = await linesOf(id);
    expect(await edit({ ...taskLine({ title: 'x' }), text: 'Lời đã sửa' }, 2)).toMatchObject({ ok: true });
    const [after] = await linesOf(id);
    expect(after).toMatchObject({ text: 'Lời đã sửa', task: { id: before?.task?.id } });
  });

  it('charge only the own unit where the right goes no further', async () => {
    const { id } = await kept();
    const head = home.people.get(home.signIn('unit-head'));
    const own = head?.unitIds[0] ?? null;
    const other = [...home.units.values()].find((unit) => unit !== own) ?? null;
    const add = (leadUnitId: string | null) =>
      as('unit-head', (ctx) => addLines(ctx, id, [taskLine({ title: 'Việc', leadUnitId })]));
    expect(await add(own)).toMatchObject({ ok: true });
    await expect(add(other)).rejects.toThrow(Forbidden);
    await expect(add(null)).rejects.toThrow(Forbidden);
  });

  it('get numbers that are all different, also when two people make them at once', async () => {
    const both = await Promise.all([kept([taskLine({ title: 'A' })]), kept([taskLine({ title: 'B' })])]);
    const codes = await Promise.all(both.map(async ({ id }) => (await linesOf(id))[0]?.task?.code));
    expect(new Set(codes).size).toBe(2);
  });
});
