import { readText } from '#platform/docread/text.ts';
import type { PlanReading, ReadTask } from './plan-reading.ts';
import { readPlan, type ReadPlanOptions } from './read-plan.ts';

/** The head of an invented plan for 2026, up to where its parts or its annex begin. */
export const HEAD =
  'KẾ HOẠCH\nCải cách hành chính xã Tân Bình năm 2026\n\nI. MỤC ĐÍCH\n\nPhục vụ tốt hơn.\n\n';

/** Reads an invented plan: the head with prose or a list below it, cells parted by TABs. */
export function readBelow(body: string, head = HEAD, options: ReadPlanOptions = {}): PlanReading {
  return readPlan(readText(new TextEncoder().encode(head + body)), 'plan.txt', options);
}

/** A row of a list as its cells, parted by bars for the eye. */
export function list(...rows: string[]): string {
  return `${rows
    .map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .join('\t'),
    )
    .join('\n')}\n`;
}

/** Who does what by when, in one line each. */
export function briefly(tasks: readonly ReadTask[]): string[] {
  return tasks.map(
    ({ section, task, lead, coordinators, due_text }) =>
      `${section ?? '-'} ${task} [${lead.join(', ')}] [${coordinators.join(', ')}] ${due_text ?? '-'}`,
  );
}
