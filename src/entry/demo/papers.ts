import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadWorkCalendar } from '#modules/calendar/index.server.ts';
import { addTrusted, askFreeze, attachFile, readCertificateFile } from '#modules/casework/index.server.ts';
import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import { listAllTasks, taskEvidence, taskList } from '#modules/planning/index.server.ts';
import { tasksLink } from '#modules/planning/links.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { receiveFile } from '#platform/files/receive-file.ts';
import { discardStaged } from '#platform/files/stage-content.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { freezingPlace } from '#modules/workbench/index.server.ts';
import type { DemoCommune } from './people.ts';

/** What the demo shows of signatures: one paper that was signed, and one that was not. */
const papers = [
  { fileName: 'bao-cao-da-ky.pdf', number: '31/BC-UBND', issuedOn: '2026-05-11' },
  { fileName: 'bao-cao-chua-ky.pdf', number: null, issuedOn: null },
] as const;
const folder = join(productRoot, 'seed', 'demo');

/** The act by which is known that the papers of a commune have been brought. */
export const bringingPapers = ['casework.trusted-certificate.add'];

/**
 * Has the demo commune trust an authority of the demo, whose key is gone, and puts a signed and an unsigned report beside
 * the first tasks that were handed in; a third is proven by a list of the product.
 */
export async function bringPapers(
  services: Services,
  standing: StandingTenant,
  commune: DemoCommune,
): Promise<void> {
  const read = readCertificateFile(await readFile(join(folder, 'to-chuc-chung-thuc.pem')));
  if ('refusal' in read) throw new Error(`the certificate of the demo was refused: ${read.refusal}`);
  const focal = `${commune.key}.daumoi`;
  const tasks = await standing.as(focal, 'read', async (ctx) =>
    listAllTasks(ctx, await loadWorkCalendar(ctx.db), taskList({ 'trang-thai': 'submitted' })),
  );
  for (const [index, { fileName, number, issuedOn }] of papers.entries()) {
    const task = tasks[index];
    if (!task) continue;
    const content = createReadStream(join(folder, fileName));
    const place = { field: 'files', fileName, content };
    const { upload, staged } = await receiveFile(services.files, standing.tenant.id, place);
    if (!upload.ok) throw new Error(`the paper ${fileName} of the demo was refused: ${upload.code}`);
    const issuer = number === null ? null : commune.name;
    await standing.as(focal, 'write', (ctx) =>
      attachFile(ctx, taskEvidence, task.id, upload.file, { number, issuedOn, issuer }),
    );
    if (staged) await discardStaged(staged);
  }
  const proven = tasks[papers.length] ?? tasks[0];
  if (proven) await standing.as(focal, 'write', (ctx) => freezeHandedIn(ctx, proven.id));
  await standing.asProven(`${commune.key}.quantri`, (ctx) => addTrusted(ctx, read.certificates));
}

/** Has the list of what was handed in frozen as proof of one of those tasks; the job does it once the program runs. */
async function freezeHandedIn(ctx: Ctx, taskId: string): Promise<void> {
  const source = freezingPlace.sources.find(({ name }) => name === tasksLink());
  if (!source) throw new Error('the task list cannot be frozen');
  const asked = { recordId: taskId, query: 'trang-thai=submitted', title: 'Nhiệm vụ chờ duyệt (demo)' };
  const outcome = await askFreeze(ctx, taskEvidence, source, asked);
  if (!outcome.ok) throw new Error(`the list of the demo was not frozen: ${outcome.code}`);
}
