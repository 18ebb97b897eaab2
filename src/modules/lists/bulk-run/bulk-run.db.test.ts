import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { canBeUndone } from './bulk-run.ts';
import { beginUndo, recordRows, startRun, stopRun } from './commands.server.ts';
import * as policy from './policy.ts';
import { countOutcomes, getRun, listRunRows } from './queries.server.ts';

const act = 'planning.task.change-many';
let home: Awaited<ReturnType<typeof testTenant>>;
beforeAll(async () => {
  home = await testTenant(await testServices());
});

const as = <Result>(role: 'focal' | 'leader' | 'auditor', work: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn(role), 'write', work);
const started = async (rows: number) => {
  const targets = Array.from({ length: rows }, (_, n) => ({ id: newId(), label: `Dòng ${n}` }));
  const run = await as('focal', (ctx) =>
    startRun(ctx, { list: '/x', act, deed: 'd', input: { a: '1' }, targets }),
  );
  if (!run.ok) throw new Error('no run');
  return run.value;
};
const result = (ordinal: number, outcome: 'done' | 'refused') => ({
  ordinal,
  outcome,
  reason: null,
  undo: { n: ordinal },
});

describe('a deed on many rows', () => {
  it('begins with every row waiting, only for whom it may', async () => {
    const id = await started(3);
    expect(await as('focal', (ctx) => countOutcomes(ctx, id))).toEqual(new Map([['waiting', 3]]));
    const nobody = as('auditor', (ctx) =>
      startRun(ctx, { list: '/x', act, deed: 'd', input: {}, targets: [] }),
    );
    await expect(nobody).rejects.toThrow(Forbidden);
  });

  it('is seen and carried on by the one who began it', async () => {
    const id = await started(1);
    const run = await as('focal', (ctx) => getRun(ctx, id));
    for (const role of ['focal', 'leader'] as const) {
      const actor = home.people.get(home.signIn(role));
      const isSeen = await as(role, (ctx) => getRun(ctx, id)).then(
        () => true,
        (error: unknown) => !(error instanceof NotFound),
      );
      expect(isSeen).toBe(actor !== undefined && policy.read(actor, run).allowed);
    }
    await expect(as('leader', (ctx) => recordRows(ctx, run, [], true))).rejects.toThrow(Forbidden);
  });

  it('is taken back once, after its end', async () => {
    const id = await started(2);
    const early = await as('focal', (ctx) => beginUndo(ctx, id, act));
    expect(early).toMatchObject({ ok: false, code: 'too-late' });
    const run = await as('focal', (ctx) => getRun(ctx, id));
    await as('focal', (ctx) => recordRows(ctx, run, [result(0, 'done'), result(1, 'refused')], true));
    const [row] = await as('focal', (ctx) => listRunRows(ctx, id, 'done'));
    expect(row).toMatchObject({ ordinal: 0, undo: { n: 0 } });
    expect(await as('focal', (ctx) => beginUndo(ctx, id, act))).toMatchObject({ ok: true });
    expect(await as('focal', (ctx) => beginUndo(ctx, id, act))).toMatchObject({ ok: false });
    await expect(as('leader', (ctx) => beginUndo(ctx, id, act))).rejects.toThrow(NotFound);
  });

  it('stops for good: what is done stays, what waits is not done, and only the worker stops it', async () => {
    const id = await started(3);
    const run = await as('focal', (ctx) => getRun(ctx, id));
    await as('focal', (ctx) => recordRows(ctx, run, [result(0, 'done')], false));
    await expect(as('focal', (ctx) => stopRun(ctx, run))).rejects.toThrow(Forbidden);
    const worker = systemActor('worker', ['lists.bulk-run.stop']);
    await as('focal', (ctx) => stopRun({ ...ctx, actor: worker }, run));
    const ended = await as('focal', (ctx) => getRun(ctx, id));
    expect([ended.state, canBeUndone(ended, ended.startedAt)]).toEqual(['stopped', false]);
    const counts = await as('focal', (ctx) => countOutcomes(ctx, id));
    expect([counts.get('done'), counts.get('refused'), counts.get('waiting')]).toEqual([1, 2, undefined]);
    const [row] = await as('focal', (ctx) => listRunRows(ctx, id, 'refused'));
    expect(row?.reason).toBe('stopped');
  });
});
