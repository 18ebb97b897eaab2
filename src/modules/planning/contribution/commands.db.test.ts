import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { cancelTask } from '../task/commands/close.server.ts';
import { plantTasks } from '../task/fixtures.ts';
import { listTaskEvents } from '../task/queries.server.ts';
import {
  acceptContribution,
  contribute,
  declineContribution,
  sendContributionBack,
} from './commands.server.ts';
import { listContributions } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let unitId: Id<'unit'>;
let officerId: Id<'officer'>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  const head = home.people.get(home.signIn('unit-head'));
  unitId = head?.unitIds[0] as Id<'unit'>;
  officerId = head?.officerId as Id<'officer'>;
});

async function planted() {
  const { ids } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [{ coordinatingUnitIds: [unitId], stage: 'in-progress' }]),
  );
  const taskId = ids[0] as Id<'task'>;
  const part = (version: number) => ({ taskId, unitId, version });
  const now = async () => {
    const [one] = await home.as(home.signIn('focal'), 'read', (ctx) => listContributions(ctx, taskId));
    return one;
  };
  return { taskId, part, now };
}

const asHead = <Result>(work: Parameters<typeof home.as<Result>>[2]) =>
  home.as(home.signIn('unit-head'), 'write', work);
const asFocal = <Result>(work: Parameters<typeof home.as<Result>>[2]) =>
  home.as(home.signIn('focal'), 'write', work);

describe('the part of a coordinating unit', () => {
  it('is accepted, contributed, sent back and contributed again, each step in the history of the task', async () => {
    const { taskId, part, now } = await planted();
    expect(await now()).toMatchObject({ stage: 'asked', version: 0 });
    await asHead((ctx) => acceptContribution(ctx, part(0), officerId));
    expect(await now()).toMatchObject({ stage: 'accepted', officerId, version: 1 });
    await asHead((ctx) => contribute(ctx, part(1), 'Số liệu quý II'));
    expect(await now()).toMatchObject({ stage: 'contributed', text: 'Số liệu quý II', officerId });
    await asFocal((ctx) => sendContributionBack(ctx, part(2), 'Thiếu thôn 3'));
    expect(await now()).toMatchObject({ stage: 'sent-back', reason: 'Thiếu thôn 3', text: 'Số liệu quý II' });
    await asHead((ctx) => contribute(ctx, part(3), 'Đã bổ sung'));
    expect(await now()).toMatchObject({ stage: 'contributed', text: 'Đã bổ sung', reason: null });
    const events = await home.as(home.signIn('focal'), 'read', (ctx) => listTaskEvents(ctx, taskId));
    expect(events.map((event) => event.kind)).toEqual([
      'contributed',
      'contribution-sent-back',
      'contributed',
      'contribution-accepted',
    ]);
    expect(events[0]?.detail.unit).toBeTruthy();
  });

  it('is declined with a reason, and asked for again by who leads', async () => {
    const { part, now } = await planted();
    await asHead((ctx) => declineContribution(ctx, part(0), 'Không thuộc chức năng'));
    expect(await now()).toMatchObject({ stage: 'declined', reason: 'Không thuộc chức năng' });
    await asFocal((ctx) => sendContributionBack(ctx, part(1), 'Cần số liệu hộ nghèo'));
    expect(await now()).toMatchObject({ stage: 'asked', reason: 'Cần số liệu hộ nghèo' });
  });

  it('refuses an old version, somebody of another unit, a step that is not its turn, and a closed task', async () => {
    const { taskId, part } = await planted();
    const code = async (work: Promise<{ ok: boolean; code?: string }>) => {
      const outcome = await work;
      return outcome.ok ? 'done' : outcome.code;
    };
    const stranger = home.people.get(home.signIn('leader'))?.officerId ?? '';
    expect(await code(asHead((ctx) => contribute(ctx, part(4), 'x')))).toBe('changed-meanwhile');
    expect(await code(asHead((ctx) => acceptContribution(ctx, part(0), stranger)))).toBe('unknown-officer');
    expect(await code(asFocal((ctx) => sendContributionBack(ctx, part(0), 'x')))).toBe('wrong-state');
    await asFocal((ctx) => cancelTask(ctx, taskId, { text: 'Thôi', version: 1 }));
    expect(await code(asHead((ctx) => contribute(ctx, part(0), 'x')))).toBe('wrong-state');
  });

  it('leaves a line in the audit under its own act', async () => {
    const { taskId, part } = await planted();
    await asHead((ctx) => contribute(ctx, part(0), 'Gửi kèm'));
    const { rows } = await services.migrator.query<{ act: string }>(
      'select act from platform.audit_line where tenant_id = $1 and record_id = $2',
      [home.tenant.id, taskId],
    );
    expect(rows.map((row) => row.act)).toContain('planning.contribution.contribute');
  });
});
