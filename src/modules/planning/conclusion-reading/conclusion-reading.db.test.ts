import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { listEvidence } from '#modules/casework/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { receiveFile } from '#platform/files/receive-file.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { createConclusion, discardConclusion } from '../conclusion/commands.server.ts';
import { conclusionEvidence } from '../conclusion/evidence-owner.server.ts';
import { meeting } from '../conclusion/fixtures.ts';
import { askReading, recordFound } from './commands.server.ts';
import { plantReading } from './fixtures.ts';
import { readConclusionNow } from './jobs.server.ts';
import { findLastReading, getReading } from './queries.server.ts';

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

async function received(content: string | Uint8Array, fileName = 'ket-luan.txt') {
  const part = { field: 'file', fileName, content: Readable.from([Buffer.from(content)]) };
  const { upload } = await receiveFile(services.files, home.tenant.id, part);
  if (!upload.ok) throw new Error(upload.code);
  return upload.file;
}

async function kept() {
  const made = await as('focal', (ctx) => createConclusion(ctx, meeting()));
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

async function asked(content: string) {
  const id = await kept();
  const file = await received(content);
  return { id, ...(await as('focal', (ctx) => plantReading(ctx, id, file))) };
}

const readNow = (reading: string) =>
  readConclusionNow((mode, work) => home.as(home.signIn('focal'), mode, work), reading, services.files);

const points = [
  '1. Trước ngày 20/5/2026, Phòng Kinh tế chủ trì xây dựng kế hoạch kiểm tra.',
  '2. Hội nghị thống nhất với nội dung của các đơn vị.',
];

describe('a file of a conclusion', () => {
  it('is kept with it and read in the background into points, for the one who asked', async () => {
    const { id, reading } = await asked(points.join('\n'));
    const waiting = await as('focal', (ctx) => getReading(ctx, id, reading));
    expect(waiting).toMatchObject({ state: 'reading', fileName: 'ket-luan.txt', lines: [] });
    await readNow(reading);
    const read = await as('focal', (ctx) => getReading(ctx, id, reading));
    expect(read).toMatchObject({ state: 'read', refusal: null, isCut: false });
    expect(read.lines).toMatchObject([
      { unit: 'Phòng Kinh tế', dueOn: '2026-05-20', isTask: true },
      { isTask: false },
    ]);
    const files = await as('focal', (ctx) => listEvidence(ctx, conclusionEvidence, id));
    expect(files).toMatchObject([{ title: 'ket-luan.txt', kind: 'file', version: 1 }]);
    expect(await as('focal', (ctx) => discardConclusion(ctx, id))).toMatchObject({ code: 'has-files' });
    await expect(as('leader', (ctx) => getReading(ctx, id, reading))).rejects.toThrow(NotFound);
  });

  it('is read once, and what was replaced stays unread', async () => {
    const { id, reading, attachment } = await asked(points.join('\n'));
    const again = await as('focal', (ctx) => askReading(ctx, id, attachment));
    if (!again.ok) throw new Error(again.code);
    await readNow(reading);
    await expect(as('focal', (ctx) => getReading(ctx, id, reading))).rejects.toThrow(NotFound);
    await readNow(again.value);
    await readNow(again.value);
    expect(await as('focal', (ctx) => findLastReading(ctx, id))).toMatchObject({
      id: again.value,
      state: 'read',
    });
    const { rows } = await services.migrator.query<{ after: unknown }>(
      `select after from platform.audit_line where record_id = $1 and act = 'planning.conclusion.record-file'`,
      [id],
    );
    expect(rows).toEqual([{ after: { readLines: 2 } }]);
  });

  it('may have more points than are confirmed at once', async () => {
    const many = Array.from({ length: 90 }, (_, at) => `${at + 1}. Giao việc số thứ tự này`).join('\n');
    const { id, reading } = await asked(many);
    await readNow(reading);
    expect((await as('focal', (ctx) => getReading(ctx, id, reading))).lines).toHaveLength(90);
  });

  it('that cannot be read says why, and is kept all the same', async () => {
    const id = await kept();
    const broken = await received('%PDF-1.7\n% nothing\ntrailer\n<< >>\n%%EOF\n', 'hong.pdf');
    const { reading } = await as('focal', (ctx) => plantReading(ctx, id, broken));
    await readNow(reading);
    const found = await as('focal', (ctx) => getReading(ctx, id, reading));
    expect([found.state, found.refusal === null]).toEqual(['refused', false]);
    expect(await as('focal', (ctx) => listEvidence(ctx, conclusionEvidence, id))).toHaveLength(1);
  });

  it('is had read by those who add points, in their own commune, and written down by the reader alone', async () => {
    const { id, reading, attachment } = await asked(points.join('\n'));
    await expect(as('officer', (ctx) => askReading(ctx, id, attachment))).rejects.toThrow(Forbidden);
    await expect(as('focal', (ctx) => askReading(ctx, id, attachment), away)).rejects.toThrow(NotFound);
    await expect(as('focal', (ctx) => askReading(ctx, id, id))).rejects.toThrow(NotFound);
    const found = { ok: true, lines: [], isCut: false } as const;
    await expect(as('focal', (ctx) => recordFound(ctx, reading, found))).rejects.toThrow(Forbidden);
  });
});
