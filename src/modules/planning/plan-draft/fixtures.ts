import { recordAbsence } from '#modules/directory/absence/commands.server.ts';
import { createOfficer } from '#modules/directory/officer/commands.server.ts';
import { createRole } from '#modules/directory/role/commands.server.ts';
import { type StandingTenant, testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { plantPapers } from '../plan/fixtures.ts';
import { plantTasks } from '../task/fixtures.ts';
import { issueDraft } from './commands/issue.server.ts';
import { readPlanNow } from './jobs.server.ts';

const paper = (word: string) =>
  `ỦY BAN NHÂN DÂN\nXÃ THỬ\nSố: 10/KH-UBND\tThử, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian hoàn thành\nI\tCẢI CÁCH THỂ CHẾ\n1\tRà soát ${word}\tBáo cáo\tPhòng Kinh tế\tTrước 30/6/2026\n2\tTập huấn\tLớp học\tPhòng Kinh tế\tQuý III/2026\n`;

/** A commune in which something stands of every kind; `word` stands in what was read and planted. */
export async function furnishedCommune(services: Services, word = 'thủ tục') {
  const commune = await testTenant(services);
  const focal = commune.signIn('focal');
  const read = () =>
    readPlanNow((mode, work) => commune.as(focal, mode, work), {
      fileName: 'ke-hoach.txt',
      bytes: Buffer.from(paper(word)),
    });
  const draftId = await read();
  const issuedDraft = await read();
  await commune.as(focal, 'write', (ctx) => issueDraft(ctx, issuedDraft));
  const { planId, ids } = await commune.as(focal, 'write', async (ctx) => {
    const planted = await plantTasks(ctx, [{ title: word, dueOn: '2026-06-30' }, { title: 'Việc khác' }]);
    await plantPapers(ctx, planted.planId, {
      targets: [{ text: word, axis: 'procedures' }],
      reports: [{ period: 'year', addressee: word }],
      citations: [{ role: 'basis', type: 'Quyết định', number: '1/QĐ' }],
    });
    return planted;
  });
  await commune.asProven(commune.signIn('admin'), (ctx) => furnishOffice(ctx, commune));
  return { ...commune, draftId, planId, taskIds: ids };
}

async function furnishOffice(ctx: Ctx, commune: StandingTenant): Promise<void> {
  const [unitId] = commune.units.values();
  const [one, two] = [...commune.people.values()].flatMap((person) => person.officerId ?? []);
  if (!unitId || !one || !two) throw new Error('the commune is empty');
  await createRole(ctx, { name: 'Vai trò của xã', grants: new Map([['planning.plan.read', 'all']]) });
  await createOfficer(ctx, { fullName: 'Người Mới Đến', unitId, positionTitle: 'Công chức', isHead: false });
  const today = ctx.clock.today();
  await recordAbsence(ctx, {
    officerId: one,
    substituteId: two,
    fromOn: today,
    toOn: today,
    reason: 'nghỉ phép',
  });
}
