import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { taskEvidence } from '#modules/planning/index.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { usualReuseLimit } from '../../reuse-limit/reuse-limit.ts';
import { receivedPaper } from '../fixtures.ts';
import { getEvidence, listEvidence, listVersions } from '../queries.server.ts';
import { evidenceTrash } from '../trash.server.ts';
import { attachDocument, attachFile, attachLink } from './attach.server.ts';
import { removeEvidence, restoreEvidence } from './remove.server.ts';
import { replaceEvidence } from './replace.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

const facts = { number: '12/BC-UBND', issuedOn: '2026-05-12', issuer: 'UBND xã' };
const focal = <Result>(work: (ctx: Ctx) => Promise<Result>) => home.as(home.signIn('focal'), 'write', work);
const paper = (words: string) => receivedPaper(services.files, home.tenant.id, words);
const newTask = async () => (await focal((ctx) => plantTasks(ctx, [{ title: 'Rà soát' }]))).ids[0] ?? '';
const listed = (taskId: string) => focal((ctx) => listEvidence(ctx, taskEvidence, taskId));

async function attached(taskId: string, words = taskId): Promise<string> {
  const file = await paper(words);
  const outcome = await focal((ctx) => attachFile(ctx, taskEvidence, taskId, file, facts));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function linesOf(taskId: string): Promise<{ act: string; before: unknown; after: unknown }[]> {
  const { rows } = await services.migrator.query<{ act: string; before: unknown; after: unknown }>(
    `select act, before, after from platform.audit_line where record_id = $1 order by at, id`,
    [taskId],
  );
  return rows;
}

describe('a proof', () => {
  it('is attached as a file, an address or a document, with its facts, and audited', async () => {
    const task = await newTask();
    const id = await attached(task);
    await focal((ctx) => attachLink(ctx, taskEvidence, task, { url: 'https://x.example/a', title: '' }));
    await focal((ctx) => attachDocument(ctx, taskEvidence, task, { ...facts, title: 'Báo cáo' }));
    const list = await listed(task);
    expect(list.map(({ kind, title }) => [kind, title])).toEqual([
      ['file', 'bao-cao.pdf'],
      ['link', 'https://x.example/a'],
      ['document', 'Báo cáo'],
    ]);
    expect(list[0]).toMatchObject({ id, ...facts, version: 1, servesRecords: 1 });
    const { sha256 = '' } = list[0]?.file ?? {};
    expect(await services.files.store.size({ tenantId: home.tenant.id, sha256 })).toBeGreaterThan(0);
    const lines = await linesOf(task);
    expect(lines.map(({ act }) => act)).toEqual(Array.from({ length: 3 }, () => 'casework.evidence.attach'));
    expect(lines[0]?.after).toMatchObject({ evidence: id, sha256 });
  });

  it('is attached to a record once, and counted wherever else it serves', async () => {
    const words = 'một tệp cho nhiều việc';
    const tasks = [];
    for (let n = 0; n <= usualReuseLimit; n += 1) tasks.push(await newTask());
    for (const task of tasks) await attached(task, words);
    const file = await paper(words);
    const [first = ''] = tasks;
    expect(await focal((ctx) => attachFile(ctx, taskEvidence, first, file, facts))).toMatchObject({
      code: 'there-already',
    });
    expect((await listed(first)).map(({ servesRecords }) => servesRecords)).toEqual([usualReuseLimit + 1]);
    const { rows } = await services.migrator.query(`select from platform.file_content where sha256 = $1`, [
      Buffer.from(file.sha256, 'hex'),
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is replaced with a reason, once for the version that was seen, and the old version stays', async () => {
    const task = await newTask();
    const id = await attached(task);
    const file = await paper('bản hai');
    const place = { recordId: task, attachmentId: id, version: 1 };
    const replace = () =>
      focal((ctx) =>
        replaceEvidence(ctx, taskEvidence, place, { kind: 'file', title: 'b.pdf', file, reason: 'sửa số' }),
      );
    expect((await replace()).ok).toBe(true);
    expect(await replace()).toMatchObject({ code: 'changed-meanwhile' });
    const now = await focal((ctx) => getEvidence(ctx, taskEvidence, task, id));
    expect(now).toMatchObject({ version: 2, title: 'b.pdf', reason: 'sửa số' });
    const versions = await focal((ctx) => listVersions(ctx, now.evidenceId));
    expect(versions.map(({ version, title }) => [version, title])).toEqual([
      [2, 'b.pdf'],
      [1, 'bao-cao.pdf'],
    ]);
  });

  it('is removed into the trash and brought back, each once', async () => {
    const task = await newTask();
    const id = await attached(task);
    const remove = () => focal((ctx) => removeEvidence(ctx, taskEvidence, task, id));
    const restore = () => focal((ctx) => restoreEvidence(ctx, taskEvidence, task, id));
    expect(await restore()).toMatchObject({ code: 'not-removed' });
    expect((await remove()).ok).toBe(true);
    expect(await remove()).toMatchObject({ code: 'removed' });
    expect(await listed(task)).toEqual([]);
    expect((await restore()).ok).toBe(true);
    expect((await listed(task)).map((proof) => proof.id)).toEqual([id]);
    expect((await linesOf(task)).map(({ act }) => act)).toEqual([
      'casework.evidence.attach',
      'casework.evidence.remove',
      'casework.evidence.restore',
    ]);
  });

  it('that was purged leaves nothing but its content, for the time being', async () => {
    const task = await newTask();
    const id = await attached(task);
    await focal((ctx) => removeEvidence(ctx, taskEvidence, task, id));
    const kind = evidenceTrash([taskEvidence]);
    await focal(async (ctx) => {
      if (ctx.writer) await kind.purge?.(ctx, { db: ctx.writer } as never, [id]);
    });
    const { rows } = await services.migrator.query(
      `select from casework.evidence_version v join casework.evidence_attachment a using (tenant_id, evidence_id)
       where a.id = $1`,
      [id],
    );
    expect(rows).toEqual([]);
  });

  it('is brought by nobody who may not see or not change the record', async () => {
    const task = await newTask();
    const id = await attached(task);
    const file = await paper('khác');
    const by = (name: string, work: (ctx: Ctx) => Promise<unknown>) => home.as(name, 'write', work);
    const auditor = home.signIn('auditor');
    await expect(by(auditor, (ctx) => attachFile(ctx, taskEvidence, task, file, facts))).rejects.toThrow(
      Forbidden,
    );
    await expect(by(auditor, (ctx) => removeEvidence(ctx, taskEvidence, task, id))).rejects.toThrow(
      Forbidden,
    );
    const stranger = home.signIn('community');
    await expect(by(stranger, (ctx) => attachFile(ctx, taskEvidence, task, file, facts))).rejects.toThrow(
      NotFound,
    );
    const elsewhere = (work: (ctx: Ctx) => Promise<unknown>) => away.as(away.signIn('focal'), 'write', work);
    await expect(elsewhere((ctx) => attachFile(ctx, taskEvidence, task, file, facts))).rejects.toThrow(
      NotFound,
    );
    await expect(elsewhere((ctx) => getEvidence(ctx, taskEvidence, task, id))).rejects.toThrow(NotFound);
  });
});
