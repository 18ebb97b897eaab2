import { expect, it } from 'vitest';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { attachFile } from '#modules/casework/index.server.ts';
import { receivedPaper } from '#modules/casework/evidence/fixtures.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { taskEvidence } from './evidence-owner.server.ts';
import { plantTasks } from './fixtures.ts';
import { taskList } from './input.ts';
import { listTasks } from './list-tasks.server.ts';
import { proofStandings } from './task-list.ts';

it('is what tasks are listed by: those without evidence, and those whose evidence carries a flag', async () => {
  const services = await testServices();
  const home = await testTenant(services);
  const focal = <Result>(work: (ctx: Ctx) => Promise<Result>) => home.as(home.signIn('focal'), 'write', work);
  const flags = proofStandings.filter((one) => one !== 'chua-co');
  const seeds = ['không có', 'ổn', ...flags].map((title) => ({ title }));
  const { ids } = await focal((ctx) => plantTasks(ctx, seeds));
  const standings = ['good', 'good', 'unsigned', 'broken', 'changed', 'doubtful'];
  for (const [index, name] of ['ổn', ...flags].entries()) {
    const file = await receivedPaper(services.files, home.tenant.id, name);
    const issuedOn = name === 'wrong-year' ? '2019-05-12' : '2026-05-12';
    const facts = { number: null, issuedOn, issuer: null };
    await focal((ctx) => attachFile(ctx, taskEvidence, ids[index + 1] ?? '', file, facts));
    const hash = Buffer.from(file.sha256, 'hex');
    const standing = standings[name === 'ổn' ? 0 : index - 1] ?? 'good';
    await services.migrator.query(
      `insert into casework.signature_check values ($1, $2, $3, '{}', $4, now())`,
      [home.tenant.id, hash, standing, Buffer.alloc(32)],
    );
    if (name === 'unreadable')
      await services.migrator.query(
        `update platform.file_content set readability = 'damaged' where sha256 = $1`,
        [hash],
      );
  }
  const listed = async (standing: string) => {
    const filter = taskList({ 'minh-chung': standing });
    const page = await focal(async (ctx) => listTasks(ctx, await loadOfficeCalendar(ctx), filter));
    return page.rows.map(({ title }) => title);
  };
  expect(await listed('chua-co')).toEqual(['không có']);
  for (const flag of flags) expect([flag, await listed(flag)]).toEqual([flag, [flag]]);
});
