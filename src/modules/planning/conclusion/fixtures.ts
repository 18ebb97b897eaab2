import { plainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { createConclusion } from './commands.server.ts';
import { addLines } from './line-commands.server.ts';
import { listLines } from './queries.server.ts';
import type { ConclusionFacts, NewLine, TaskOfLine } from './conclusion.ts';

/** A conclusion of a weekly meeting of which only the given is said. */
export function meeting(given: Partial<ConclusionFacts> = {}): ConclusionFacts {
  return {
    kind: 'meeting',
    number: '45/TB-UBND',
    on: plainDate('2026-05-04'),
    issuer: 'Ủy ban nhân dân xã',
    chair: 'Chủ tịch',
    title: 'Kết luận giao ban tuần 18',
    link: null,
    ...given,
  };
}

/** A line that becomes a task of which only the given is said. */
export function taskLine(given: Partial<TaskOfLine> & { readonly title: string }): NewLine {
  const nothing = { product: null, dueText: null, dueOn: null, leadUnitId: null, coordinatingUnitIds: [] };
  return {
    text: given.title,
    decision: { standing: 'task', task: { ...nothing, approverId: null, ...given } },
  };
}

/** A conclusion with one line that is to be decided about, by the names that addresses give their parts. */
export async function plantConclusion(
  ctx: Ctx,
): Promise<{ '/ket-luan': string; line: string; batch: string }> {
  const made = await createConclusion(ctx, meeting());
  if (!made.ok) throw new Error(made.code);
  const added = await addLines(ctx, made.value, [{ text: 'Ý chưa xử lý', decision: { standing: 'open' } }]);
  if (!added.ok) throw new Error(added.code);
  const [line] = await listLines(ctx, made.value);
  return { '/ket-luan': made.value, line: line?.id ?? '', batch: added.value.batchId };
}
