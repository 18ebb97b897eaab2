import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { taskEvidence } from '#modules/planning/index.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { getEvidence, listEvidence } from '../queries.server.ts';
import { listAttachable, listUsedBy } from '../shared-evidence.server.ts';
import { attachDocument } from './attach.server.ts';
import { attachExisting } from './attach-existing.server.ts';
import { removeEvidence } from './remove.server.ts';

let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let from: string;
let to: string;
let evidenceId: string;
let attachmentId: string;

const by = <Result>(name: string, work: (ctx: Ctx) => Promise<Result>) => home.as(name, 'write', work);
const focal = <Result>(work: (ctx: Ctx) => Promise<Result>) => by(home.signIn('focal'), work);
const use = (ctx: Ctx) => attachExisting(ctx, taskEvidence, to, evidenceId);

beforeAll(async () => {
  const services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const { ids } = await focal((ctx) => plantTasks(ctx, [{ title: 'Một' }, { title: 'Hai' }]));
  [from = '', to = ''] = ids;
  const document = { title: 'Báo cáo Đường sá', number: '12/BC', issuedOn: '2026-05-12', issuer: 'UBND' };
  const made = await focal((ctx) => attachDocument(ctx, taskEvidence, from, document));
  attachmentId = made.ok ? made.value : '';
  ({ evidenceId } = await focal((ctx) => getEvidence(ctx, taskEvidence, from, attachmentId)));
});

describe('a proof of another record', () => {
  it('is found by name without marks and by number, while the record does not have it', async () => {
    const found = (search: string) => focal((ctx) => listAttachable(ctx, taskEvidence, to, search));
    for (const search of ['duong sa', '12/BC', ''])
      expect(await found(search)).toMatchObject([{ evidenceId }]);
    expect(await found('khong co')).toEqual([]);
    expect(await focal((ctx) => listAttachable(ctx, taskEvidence, from, ''))).toEqual([]);
  });

  it('is used for a second one, once, and shown at both; taken from it, it stays at the first', async () => {
    const made = await focal(use);
    const id = made.ok ? made.value : '';
    expect(await focal(use)).toMatchObject({ code: 'there-already' });
    const usedBy = await focal((ctx) => listUsedBy(ctx, taskEvidence, evidenceId as never));
    expect(usedBy.map(({ recordId }) => recordId).sort()).toEqual([from, to].sort());
    await focal((ctx) => removeEvidence(ctx, taskEvidence, to, id));
    expect(await focal((ctx) => listEvidence(ctx, taskEvidence, to))).toEqual([]);
    expect(await focal((ctx) => listEvidence(ctx, taskEvidence, from))).toHaveLength(1);
    // Chosen anew, it comes back out of the trash.
    expect(await focal(use)).toMatchObject({ ok: true, value: id });
    expect(await focal((ctx) => listEvidence(ctx, taskEvidence, to))).toHaveLength(1);
  });

  it('is used by nobody who may not see it, or not change the record', async () => {
    await expect(by(home.signIn('auditor'), use)).rejects.toThrow(Forbidden);
    await expect(by(home.signIn('community'), use)).rejects.toThrow(NotFound);
    await expect(away.as(away.signIn('focal'), 'write', use)).rejects.toThrow(NotFound);
    const elsewhere = await away.as(away.signIn('focal'), 'write', (ctx) =>
      plantTasks(ctx, [{ title: 'Ba' }]),
    );
    const [other = ''] = elsewhere.ids;
    const take = (ctx: Ctx) => attachExisting(ctx, taskEvidence, other, evidenceId);
    await expect(away.as(away.signIn('focal'), 'write', take)).rejects.toThrow(NotFound);
    const seen = (ctx: Ctx) => listAttachable(ctx, taskEvidence, other, '');
    expect(await away.as(away.signIn('focal'), 'read', seen)).toEqual([]);
    const community = (ctx: Ctx) => listUsedBy(ctx, taskEvidence, evidenceId as never);
    expect(await by(home.signIn('community'), community)).toEqual([]);
  });
});
