import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { failExport, keepPiece, orderExport } from './commands.server.ts';
import * as policy from './policy.ts';
import { findExportToMake, findPiece, getExport } from './queries.server.ts';

const act = 'planning.task.export';
const order = { list: '/nhiem-vu', query: '', columns: ['ma'], format: 'csv', rowsExpected: 9 } as const;
const roles = ['focal', 'leader', 'admin', 'auditor'] as const;

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const ordered = async (role: (typeof roles)[number]) => {
  const made = await home.as(home.signIn(role), 'write', (ctx) => orderExport(ctx, act, order));
  if (!made.ok) throw new Error('no order');
  return made.value;
};
const asMaker = <Result>(work: (ctx: Ctx) => Promise<Result>) =>
  openCtx(
    services,
    'write',
    {
      tenant: home.tenant,
      actor: systemActor('m', ['lists.list-export.record']),
      lang: 'vi',
      requestId: 'm',
    },
    work,
  );

describe('a file of a list', () => {
  it('is seen by whom the policy lets see it', async () => {
    for (const owner of roles) {
      const id = await ordered(owner);
      const file = await asMaker((ctx) => findExportToMake(ctx, id));
      for (const role of roles) {
        const actor = home.people.get(home.signIn(role));
        const isSeen = await home
          .as(home.signIn(role), 'read', (ctx) => getExport(ctx, id))
          .then(
            () => true,
            (error: unknown) => !(error instanceof NotFound),
          );
        expect(isSeen).toBe(actor !== undefined && file !== undefined && policy.read(actor, file).allowed);
      }
    }
  });

  it('is ordered only by the act of its list', async () => {
    const none = home.as(home.signIn('focal'), 'write', (ctx) =>
      orderExport(ctx, 'planning.secret.export', order),
    );
    await expect(none).rejects.toThrow(Forbidden);
  });

  it('is made anew from its first piece, twice the same, and kept by its maker alone', async () => {
    const id = await ordered('focal');
    const file = await asMaker((ctx) => findExportToMake(ctx, id));
    if (!file) throw new Error('no file');
    const piece = (ordinal: number, isLast: boolean) => ({
      ordinal,
      content: Buffer.from(`${ordinal}`),
      rowsDone: 9,
      isLast,
    });
    for (const ordinal of [0, 1, 0, 1])
      await asMaker((ctx) => keepPiece(ctx, file, piece(ordinal, ordinal === 1)));
    const read = (ordinal: number) =>
      home.as(home.signIn('focal'), 'read', async (ctx) => (await findPiece(ctx, id, ordinal))?.toString());
    expect([await read(0), await read(1), await read(2)]).toEqual(['0', '1', undefined]);
    const focal = home.signIn('focal');
    await expect(home.as(focal, 'write', (ctx) => failExport(ctx, file))).rejects.toThrow(Forbidden);
    expect((await home.as(focal, 'read', (ctx) => getExport(ctx, id))).state).toBe('ready');
  });
});
