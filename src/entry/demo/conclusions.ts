import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { askFreeze, attachDocument, attachFile } from '#modules/casework/index.server.ts';
import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import {
  addLines,
  approveTask,
  askReading,
  assignTask,
  conclusionEvidence,
  conclusionProof,
  createConclusion,
  listLines,
  submitTask,
  taskEvidence,
} from '#modules/planning/index.server.ts';
import { addDays, type PlainDate } from '#platform/clock/plain-date.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { receiveFile } from '#platform/files/receive-file.ts';
import { discardStaged } from '#platform/files/stage-content.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import type { DemoCommune } from './people.ts';

/**
 * Enters the conclusion of a weekly meeting of three weeks ago: of its five points three became tasks, one of them late,
 * one without work, one still to be decided. In the focal officer's name.
 */
export async function concludeMeeting(ctx: Ctx, person: (part: string) => Actor | undefined): Promise<void> {
  const on = addDays(ctx.clock.today(), -21);
  const doer = person('chuyenvien');
  const leader = person('lanhdao');
  const made = await createConclusion(ctx, {
    kind: 'meeting',
    number: '45/TB-UBND',
    on,
    issuer: 'Ủy ban nhân dân xã (demo)',
    chair: leader?.name ?? null,
    title: 'Kết luận giao ban tuần về cải cách hành chính (demo)',
    link: null,
  });
  if (!made.ok) return;
  const task = (title: string, product: string, days: number) => ({
    text: `${title}, xong trong ${days} ngày (demo).`,
    decision: {
      standing: 'task' as const,
      task: {
        title: `${title} (demo)`,
        product,
        dueText: `trong ${days} ngày`,
        dueOn: addDays(on, days),
        leadUnitId: doer?.unitIds[0] ?? null,
        coordinatingUnitIds: [],
        approverId: leader?.officerId ?? null,
      },
    },
  });
  await addLines(ctx, made.value, [
    task('Niêm yết lại thủ tục đã sửa đổi tại bộ phận một cửa', 'Ảnh chụp bảng niêm yết', 10),
    task('Gọi lại các hộ có hồ sơ quá hẹn để xin lỗi', 'Danh sách đã gọi', 14),
    task('Tổng hợp ý kiến của dân về giờ tiếp nhận', 'Báo cáo tổng hợp', 45),
    {
      text: 'Biểu dương bộ phận một cửa đã không để hồ sơ trễ trong tuần (demo).',
      decision: { standing: 'none', reason: 'biểu dương, không giao việc' },
    },
    { text: 'Bàn thêm việc mở một buổi tiếp nhận ngày thứ bảy (demo).', decision: { standing: 'open' } },
  ]);
  const [first, second] = await listLines(ctx, made.value);
  if (first?.task && doer) await finish(ctx, first.task.id, doer, leader, addDays(on, 8));
  if (second?.task) await freezeConclusion(ctx, made.value, second.task.id);
}

/** Has the conclusion frozen as proof of one of its tasks; the job does it once the program runs. */
async function freezeConclusion(ctx: Ctx, conclusionId: string, taskId: string): Promise<void> {
  const asked = { recordId: taskId, query: conclusionId, title: 'Kết luận giao ban 45-TB-UBND (demo)' };
  const outcome = await askFreeze(ctx, taskEvidence, conclusionProof, asked);
  if (!outcome.ok) throw new Error(`the conclusion of the demo was not frozen: ${outcome.code}`);
}

/** The doer hands in what is asked for with its proof, and the leader approves it. */
async function finish(
  ctx: Ctx,
  taskId: string,
  doer: Actor,
  leader: Actor | undefined,
  on: PlainDate,
): Promise<void> {
  const to = {
    assigneeId: doer.officerId,
    approverId: leader?.officerId ?? null,
    leadUnitId: doer.unitIds[0] ?? null,
  };
  const product = 'Ảnh chụp bảng niêm yết';
  await assignTask(ctx, taskId, { ...to, dueOn: undefined, product, version: 1 });
  const own = { ...ctx, actor: doer };
  const proof = {
    title: `${product} (demo)`,
    number: '12/BC-PKT',
    issuedOn: on,
    issuer: 'Phòng Kinh tế (demo)',
  };
  await attachDocument(own, taskEvidence, taskId, proof);
  await submitTask(own, taskId, { text: `${product} (demo)`, exception: null, version: 2 });
  if (leader) await approveTask({ ...ctx, actor: leader }, taskId, { version: 3 });
}

/** The act by which is known that the conclusion of an inspection has been brought. */
export const bringingConclusions = ['planning.conclusion.read-file'];

/**
 * Enters the conclusion of an inspection of last week with its paper, and has the paper read into points that wait for
 * the focal officer; the job does it once the program runs.
 */
export async function bringConclusion(
  services: Services,
  standing: StandingTenant,
  commune: DemoCommune,
): Promise<void> {
  const fileName = 'ket-luan-kiem-tra.docx';
  const content = createReadStream(join(productRoot, 'seed', 'demo', fileName));
  const place = { field: 'file', fileName, content };
  const { upload, staged } = await receiveFile(services.files, standing.tenant.id, place);
  if (!upload.ok) throw new Error(`the paper ${fileName} of the demo was refused: ${upload.code}`);
  await standing.as(`${commune.key}.daumoi`, 'write', async (ctx) => {
    const head = {
      number: '58/TB-UBND',
      on: addDays(ctx.clock.today(), -6),
      issuer: `Ủy ban nhân dân ${commune.name}`,
    };
    const made = await createConclusion(ctx, {
      ...head,
      kind: 'inspection',
      chair: null,
      title: 'Kết luận kiểm tra công tác cải cách hành chính (demo)',
      link: null,
    });
    if (!made.ok) throw new Error(`the conclusion of the demo was refused: ${made.code}`);
    const facts = { number: head.number, issuedOn: head.on, issuer: head.issuer };
    const attached = await attachFile(ctx, conclusionEvidence, made.value, upload.file, facts);
    if (attached.ok) await askReading(ctx, made.value, attached.value);
  });
  if (staged) await discardStaged(staged);
}
