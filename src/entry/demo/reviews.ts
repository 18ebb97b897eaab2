import { attachDocument } from '#modules/casework/index.server.ts';
import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import {
  acceptTask,
  approveTask,
  decideReview,
  enterTaskFromAbove,
  listReviews,
  monthBefore,
  monthOf,
  openMonth,
  proposeReview,
  scoreReview,
  sendTaskBack,
  submitTask,
  taskEvidence,
} from '#modules/planning/index.server.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { addDays, type PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { DemoCommune } from './people.ts';

/** By which the demo tells whether this was loaded. */
export const reviewing = 'planning.unit-head-review.open';

type ReviewMonth = ReturnType<typeof monthOf>;

/** How the work of a month went, task by task. */
const works = [
  { title: 'Báo cáo kết quả kiểm soát thủ tục hành chính', handedInOn: 12, isSentBack: false },
  { title: 'Rà soát hồ sơ quá hạn', handedInOn: 20, isSentBack: false },
  { title: 'Tổng hợp ý kiến người dân', handedInOn: 10, isSentBack: true },
  { title: 'Cập nhật danh sách tổ công nghệ số', handedInOn: 9, isSentBack: false },
] as const;
const dueOn = 15;

/**
 * Lets the commune look back on three months of work of one unit, each on its own days: two months are decided, the
 * last has been scored by the head and waits for the leader. All in the transaction of `ctx`, the focal officer's.
 */
export async function reviewMonths(ctx: Ctx, standing: StandingTenant, commune: DemoCommune): Promise<void> {
  const head = standing.people.get(`${commune.key}.truongphong`);
  const leader = standing.people.get(`${commune.key}.lanhdao`);
  const unitId = head?.unitIds[0];
  if (!head || !leader || !unitId) throw new Error(`nobody heads a unit of ${commune.key}`);
  const current = monthOf(ctx.clock.today());
  for (const back of [3, 2, 1]) {
    const month = monthBefore(current, back);
    const on = (day: PlainDate, actor = ctx.actor): Ctx => ({
      ...ctx,
      actor,
      clock: fixedClock(`${day}T09:00:00+07:00`),
    });
    for (const [at, work] of works.entries()) {
      const day = (number: number) => addDays(month.first, number - 1);
      const entered = await enterTaskFromAbove(
        on(day(3)),
        {
          issuer: 'Ủy ban nhân dân tỉnh (demo)',
          number: `${back}${at}5/UBND-NC`,
          on: day(2),
          title: `${work.title} tháng ${month.key.slice(5)} (demo)`,
          product: 'Báo cáo (demo)',
          dueText: null,
          dueOn: day(dueOn),
          leadUnitId: unitId,
          coordinatingUnitIds: [],
          assigneeId: head.officerId,
          approverId: leader.officerId,
        },
        false,
      );
      if (!entered.ok) throw new Error(`a task of the demo was refused: ${entered.code}`);
      const id = entered.value;
      await acceptTask(on(day(4), head), id, { version: 1 });
      const handIn = async (number: number, version: number) => {
        const doing = on(day(number), head);
        const proof = {
          title: `Báo cáo ${work.title} (demo)`,
          number: `${at + 1}${number}/BC-UBND`,
          issuedOn: day(number),
          issuer: commune.name,
        };
        await attachDocument(doing, taskEvidence, id, proof);
        await submitTask(doing, id, { text: 'Báo cáo (demo)', exception: null, version });
      };
      await handIn(work.handedInOn, 2);
      if (work.isSentBack) {
        const text = 'Thiếu số liệu của hai thôn (demo)';
        await sendTaskBack(on(day(work.handedInOn + 1), leader), id, { text, version: 3 });
        await handIn(work.handedInOn + 2, 4);
      }
      const approved = await approveTask(on(day(22), leader), id, { version: work.isSentBack ? 5 : 3 });
      if (!approved.ok) throw new Error(`a task of the demo was not approved: ${approved.code}`);
    }
    await judge(month, { head: (day) => on(day, head), leader: (day) => on(day, leader) }, back > 1);
  }
}

/** The leader opens the month, the head scores, and, but for the last month, the leader proposes and decides. */
async function judge(
  month: ReviewMonth,
  as: { readonly head: (day: PlainDate) => Ctx; readonly leader: (day: PlainDate) => Ctx },
  isDecided: boolean,
): Promise<void> {
  const after = (days: number) => addDays(month.last, days);
  const opened = await openMonth(as.leader(after(1)), month);
  // Before the rules there is nothing to open.
  if (!opened.ok) return;
  const head = as.head(after(1));
  const own = (await listReviews(head, month)).find(({ officerId }) => officerId === head.actor.officerId);
  if (!own) throw new Error('the head of the demo has no evaluation');
  const judged = { unit: 100, organising: 90, uniting: 100 };
  await scoreReview(head, own.id, {
    common: 27.5,
    judged,
    text: 'Hoàn thành việc trọng tâm; còn một báo cáo chậm (demo)',
    version: 1,
  });
  if (!isDecided) return;
  const grading = { common: 27, judged, results: null, grade: 'excellent' as const };
  const text = 'Đúng với kết quả công việc của phòng (demo)';
  const proposed = await proposeReview(as.leader(after(2)), own.id, { ...grading, text, version: 2 });
  const decided = await decideReview(as.leader(after(3)), own.id, { ...grading, text: '', version: 3 });
  if (!proposed.ok || !decided.ok) throw new Error('the evaluation of the demo was refused');
}
