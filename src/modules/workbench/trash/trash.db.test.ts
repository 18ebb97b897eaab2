import { beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { removeOwnDay, setOwnDays } from '../../calendar/own-day/commands.server.ts';
import { listOwnDays } from '../../calendar/own-day/queries.server.ts';
import { cancelAbsence, recordAbsence } from '../../directory/absence/commands.server.ts';
import { listOfficers } from '../../directory/officer/queries.server.ts';
import { createRole, endRole } from '../../directory/role/commands.server.ts';
import { testTenant } from '../../directory/tenant/fixtures.ts';
import { createUnit, endUnit } from '../../directory/unit/commands.server.ts';
import { issueDraft } from '../../planning/plan-draft/commands/issue.server.ts';
import { discardDraft } from '../../planning/plan-draft/commands/set-aside.server.ts';
import { takeBackPlan } from '../../planning/plan-draft/commands/take-back.server.ts';
import { editHead } from '../../planning/plan-draft/commands/edit.server.ts';
import { readPlanNow } from '../../planning/plan-draft/jobs.server.ts';
import { getDraft } from '../../planning/plan-draft/queries.server.ts';
import { restoreEntry } from './commands.server.ts';
import { deleteView, saveView } from '../../lists/saved-view/commands.server.ts';
import { purgeTrashJob } from './jobs.server.ts';
import { listTrash } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;

beforeAll(async () => {
  services = await testServices();
});

const paper =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n1\tRà soát thủ tục\tBáo cáo\tPhòng Kinh tế\tQuý II/2026\n';
const today = plainDate('2026-05-12');

async function office() {
  const home = await testTenant(services);
  type Role = Parameters<typeof home.signIn>[0];
  const as = <Result>(role: Role, work: Parameters<typeof home.as<Result>>[2]) =>
    home.as(home.signIn(role), 'write', work);
  const trash = (role: Role) =>
    as(role, async (ctx) => (await listTrash(ctx, { kind: undefined, before: undefined })).entries);
  const restore = (role: Role, entryId: string) =>
    as(role, async (ctx) => (await restoreEntry(ctx, entryId)).outcome);
  const bring = () =>
    readPlanNow((mode, work) => home.as(home.signIn('focal'), mode, work), {
      fileName: 'ke-hoach.txt',
      bytes: Buffer.from(paper),
    });
  const count = async (table: string, where = 'true') => {
    const { rows } = await services.migrator.query<{ n: number }>(
      `select count(*)::int as n from ${table} where tenant_id = $1 and ${where}`,
      [home.tenant.id],
    );
    return rows[0]?.n;
  };
  /** Runs the daily job as it runs on this day. */
  const purgeOn = (day: string) =>
    purgeTrashJob.run(
      (mode, work) =>
        openCtx(
          { ...services, clock: fixedClock(`${day}T02:00:00+07:00`) },
          mode,
          {
            tenant: home.tenant,
            actor: systemActor(purgeTrashJob.actorName, purgeTrashJob.grants),
            lang: 'vi',
            requestId: 'test',
          },
          work,
        ),
      {},
      services,
    );
  return { home, as, trash, restore, bring, count, purgeOn };
}

/** Throws one record of most kinds away, as the person who may. */
async function throwAway({ as, bring }: Awaited<ReturnType<typeof office>>): Promise<string> {
  await as('admin', async (ctx) => {
    const unit = await createUnit(ctx, { name: 'Thôn Cũ', isCollective: false });
    if (unit.ok) await endUnit(ctx, unit.value, today, 'sáp nhập');
    const role = await createRole(ctx, { name: 'Vai trò tạm', grants: new Map() });
    if (role.ok) await endRole(ctx, role.value);
    const [one, two] = await listOfficers(ctx);
    const absence = await recordAbsence(ctx, {
      officerId: one?.id ?? '',
      substituteId: two?.id ?? '',
      fromOn: today,
      toOn: today,
      reason: 'nghỉ phép',
    });
    if (absence.ok) await cancelAbsence(ctx, absence.value);
    await setOwnDays(ctx, { offOn: plainDate('2026-05-15'), workOn: undefined, reason: 'Mất điện' });
    const [day] = await listOwnDays(ctx);
    await removeOwnDay(ctx, day?.id ?? '');
    const view = { list: '/nhiem-vu', query: '', name: 'Cũ', shared: false, pinned: true, usual: false };
    const saved = await saveView(ctx, view);
    if (saved.ok) await deleteView(ctx, saved.value);
  });
  const draft = await bring();
  await as('focal', (ctx) => discardDraft(ctx, draft, 'tải nhầm tệp'));
  return draft;
}

describe('the trash', () => {
  it('holds what each kind threw away, with who and why, and brings all of it back', async () => {
    const here = await office();
    const draft = await throwAway(here);
    const entries = await here.trash('admin');
    expect(entries.map((entry) => entry.kind.kind).toSorted()).toEqual([
      'absence',
      'own-day',
      'plan-draft',
      'role',
      'saved-view',
      'unit',
    ]);
    expect(entries.find((entry) => entry.kind.kind === 'unit')).toMatchObject({
      title: 'Thôn Cũ',
      reason: 'sáp nhập',
      actorName: 'Người admin',
    });
    for (const entry of entries.filter(({ kind }) => kind.kind !== 'plan-draft')) {
      expect(await here.restore('admin', entry.id)).toMatchObject({ ok: true });
    }
    const [last] = await here.trash('focal');
    expect(await here.restore('focal', last?.id ?? '')).toMatchObject({ ok: true });
    expect(await here.as('focal', (ctx) => getDraft(ctx, draft))).toMatchObject({ state: 'draft' });
    expect(await here.count('platform.trash_entry')).toBe(0);
    for (const act of ['directory.unit.end', 'directory.unit.restore', 'planning.plan-draft.restore']) {
      expect(await here.count('platform.audit_line', `act = '${act}'`)).toBe(1);
    }
  });

  it('shows each person what they may see, and restores only by the right of the kind', async () => {
    const here = await office();
    await throwAway(here);
    expect((await here.trash('focal')).map((entry) => entry.kind.kind)).toEqual(['plan-draft']);
    const all = await here.trash('admin');
    const draft = all.find((entry) => entry.kind.kind === 'plan-draft');
    const unit = all.find((entry) => entry.kind.kind === 'unit');
    await expect(here.restore('admin', draft?.id ?? '')).rejects.toBeInstanceOf(Forbidden);
    await expect(here.restore('focal', unit?.id ?? '')).rejects.toBeInstanceOf(NotFound);
    expect(await here.trash('officer')).toEqual([]);
    const other = await office();
    await expect(other.restore('admin', unit?.id ?? '')).rejects.toBeInstanceOf(NotFound);
    expect(await other.trash('admin')).toEqual([]);
  });

  it('says why something cannot come back now, and keeps it', async () => {
    const here = await office();
    await throwAway(here);
    const day = (await here.trash('admin')).find((entry) => entry.kind.kind === 'own-day');
    await here.as('admin', (ctx) =>
      setOwnDays(ctx, { offOn: plainDate('2026-05-15'), workOn: undefined, reason: 'Bão' }),
    );
    const outcome = await here.restore('admin', day?.id ?? '');
    expect(outcome).toMatchObject({ ok: false, code: 'set-already' });
    expect(day?.kind.refusal('vi', 'set-already')).toContain('đã được ghi lại');
    expect(await here.trash('admin')).toHaveLength(6);
  });

  it('brings back a plan that was taken back, unless its draft was changed since', async () => {
    const here = await office();
    const draft = await here.bring();
    await here.as('focal', (ctx) => issueDraft(ctx, draft));
    await here.as('focal', (ctx) => takeBackPlan(ctx, draft, 'ban hành nhầm'));
    expect(await here.count('planning.task')).toBe(0);
    const [entry] = await here.trash('focal');
    expect(entry).toMatchObject({ reason: 'ban hành nhầm' });
    expect(await here.restore('focal', entry?.id ?? '')).toMatchObject({ ok: true });
    expect(await here.count('planning.task')).toBe(1);
    expect(await here.count('platform.trash_entry')).toBe(0);

    await here.as('focal', (ctx) => takeBackPlan(ctx, draft));
    await here.as('focal', async (ctx) => {
      const { version } = await getDraft(ctx, draft);
      await editHead(ctx, draft, { head: { title: 'Tên khác' }, version });
    });
    const [again] = await here.trash('focal');
    expect(await here.restore('focal', again?.id ?? '')).toMatchObject({ code: 'edited-since' });
  });
});

describe('the daily job', () => {
  it('removes for good what has had its time, with its files and rows, and nothing else', async () => {
    const here = await office();
    const kept = await here.bring();
    await throwAway(here);
    const units = await here.count('directory.unit');
    await here.purgeOn('2026-06-10');
    expect(await here.count('platform.trash_entry')).toBe(6);
    await here.purgeOn('2026-06-12');
    expect(await here.count('platform.trash_entry')).toBe(0);
    expect(await here.count('planning.plan_draft')).toBe(1);
    expect(await here.count('planning.plan_draft_file')).toBe(1);
    expect(await here.count('planning.plan_draft_row', `draft_id <> '${kept}'`)).toBe(0);
    expect(await here.count('directory.absence')).toBe(0);
    expect(await here.count('calendar.own_day')).toBe(0);
    expect(await here.count('lists.saved_view')).toBe(0);
    expect(await here.count('lists.view_choice')).toBe(0);
    expect(await here.count('directory.role', "name = 'Vai trò tạm'")).toBe(0);
    expect(await here.count('directory.unit')).toBe(units);
    expect(await here.count('platform.audit_line', "act = 'workbench.trash.purge'")).toBe(6);
    await here.purgeOn('2026-06-12');
    expect(await here.count('platform.audit_line', "act = 'workbench.trash.purge'")).toBe(6);
  });
});
