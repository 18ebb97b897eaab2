import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { taskEvidence } from '#modules/planning/index.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { receiveFile } from '#platform/files/receive-file.ts';
import { pdfOf } from '#platform/docread/pdf.fixtures.ts';
import type { Job, OpenStep } from '#platform/jobs/job.ts';
import { Forbidden } from '#platform/http/thrown.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { type Holder, makeHolder } from '#platform/signature/authorities.fixtures.ts';
import { addRevision, plainPdf, signPdf } from '#platform/signature/signed-pdf.fixtures.ts';
import { attachFile } from '../evidence/commands/attach.server.ts';
import { flagsOf } from '../evidence/evidence.ts';
import { listEvidence } from '../evidence/queries.server.ts';
import { readCertificateFile } from '../trusted-certificate/certificate-file.server.ts';
import { addTrusted, removeTrusted } from '../trusted-certificate/commands.server.ts';
import { listTrusted } from '../trusted-certificate/queries.server.ts';
import { recordCheck } from './commands.server.ts';
import { checkJob, recheckJob } from './jobs.server.ts';
import { findChecks, findHeldPaper, listPapersToCheck } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let root: Holder;
let chief: Holder;
let task: string;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  root = await makeHolder({ name: 'Gốc', isAuthority: true });
  chief = await makeHolder({ name: 'Chủ tịch', organisation: 'UBND xã', issuer: root });
  const planted = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [{ title: 'Rà soát' }]),
  );
  task = planted.ids[0] ?? '';
});

const facts = { number: null, issuedOn: null, issuer: null };
async function attach(bytes: Buffer, fileName: string): Promise<string> {
  const content = Readable.from([bytes]);
  const { upload } = await receiveFile(services.files, home.tenant.id, { field: 'file', fileName, content });
  if (!upload.ok) throw new Error(upload.code);
  await home.as(home.signIn('focal'), 'write', (ctx) =>
    attachFile(ctx, taskEvidence, task, upload.file, facts),
  );
  return upload.file.sha256;
}

async function work(job: Job<unknown>, payload: unknown): Promise<void> {
  const actor = systemActor(job.actorName, job.grants);
  const occasion = { tenant: home.tenant, actor, lang: 'vi' as const, requestId: 'job' };
  const open: OpenStep = (mode, step) => openCtx(services, mode, occasion, step);
  await job.run(open, payload, { ...services, internalHosts: [] });
}

const standings = async () => {
  const list = await home.as(home.signIn('focal'), 'read', (ctx) => listEvidence(ctx, taskEvidence, task));
  return Object.fromEntries(list.map(({ title, file }) => [title, file?.signatures]));
};

describe('signatures of what is attached', () => {
  it('are looked into by a job, and again when the office trusts others', async () => {
    const signed = await signPdf(plainPdf('Bao cao'), { by: chief });
    const papers = {
      'ky.pdf': signed.bytes,
      'chua-ky.pdf': plainPdf('Chua ky').bytes,
      'them.pdf': addRevision(signed, [[9, '<< >>']]).bytes,
    };
    const hashes: string[] = [];
    for (const [name, bytes] of Object.entries(papers)) hashes.push(await attach(bytes, name));
    expect(await standings()).toEqual({ 'ky.pdf': null, 'chua-ky.pdf': null, 'them.pdf': null });
    const { rows } = await services.migrator.query(`select from graphile_worker.jobs where key = any($1)`, [
      hashes.map((sha256) => `casework.signature.check:${sha256}`),
    ]);
    expect(rows).toHaveLength(3);
    for (const sha256 of hashes) for (const _ of [1, 2]) await work(checkJob, { sha256 });
    expect(await standings()).toEqual({
      'ky.pdf': 'doubtful',
      'chua-ky.pdf': 'unsigned',
      'them.pdf': 'changed',
    });

    const read = readCertificateFile(Buffer.from(root.pem));
    if ('refusal' in read) throw new Error(read.refusal);
    const admin = home.signIn('admin');
    await home.asProven(admin, (ctx) => addTrusted(ctx, read.certificates));
    await work(recheckJob, {});
    expect((await standings())['ky.pdf']).toBe('good');
    const found = await home.as(admin, 'read', (ctx) => findChecks(ctx, hashes));
    expect(found.get(hashes[0] ?? '')?.report.signatures).toMatchObject([
      { signer: { name: 'Chủ tịch', organisation: 'UBND xã' }, trust: 'trusted', path: ['Gốc'] },
    ]);
    const [one] = await home.as(admin, 'read', listTrusted);
    await home.as(admin, 'write', (ctx) => removeTrusted(ctx, one?.id ?? ''));
    await work(recheckJob, {});
    expect((await standings())['ky.pdf']).toBe('doubtful');
  });

  it('are looked into together with the pages: a paper that shows nothing is no proof', async () => {
    const empty = Buffer.from(pdfOf({ pages: [{}] }));
    for (const [name, bytes] of Object.entries({ 'trang.pdf': empty, 'day.pdf': plainPdf('Day').bytes }))
      await work(checkJob, { sha256: await attach(bytes, name) });
    const list = await home.as(home.signIn('focal'), 'read', (ctx) => listEvidence(ctx, taskEvidence, task));
    const found = Object.fromEntries(
      list.map((one) => [one.title, [one.file?.readability, flagsOf(one, null).includes('unreadable')]]),
    );
    expect(found).toMatchObject({ 'trang.pdf': ['blank', true], 'day.pdf': ['whole', false] });
  });

  it('are written down only by the job, and only by the trust of today', async () => {
    const sha256 = await attach(plainPdf('khac').bytes, 'khac.pdf');
    const focal = home.signIn('focal');
    const paper = await home.as(focal, 'read', (ctx) => findHeldPaper(ctx, sha256));
    if (!paper) throw new Error('the paper is not held');
    const found = { report: undefined, trustedBy: Buffer.alloc(32), isBlank: false };
    await expect(home.as(focal, 'write', (ctx) => recordCheck(ctx, paper, found))).rejects.toThrow(Forbidden);
    const actor = systemActor('check', ['casework.signature.check']);
    const occasion = { tenant: home.tenant, actor, lang: 'vi' as const, requestId: 'job' };
    expect(await openCtx(services, 'write', occasion, (ctx) => recordCheck(ctx, paper, found))).toMatchObject(
      { code: 'trust-changed' },
    );
    await away.as(away.signIn('admin'), 'read', async (ctx) => {
      expect(await findChecks(ctx, [sha256])).toEqual(new Map());
      expect(await findHeldPaper(ctx, sha256)).toBeUndefined();
      expect(await listPapersToCheck(ctx, Buffer.alloc(32), undefined, 10)).toEqual([]);
    });
  });
});
