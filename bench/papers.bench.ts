/**
 * A plan as Word and as PDF, with the rows of a commune and with those of 200 pages, and a letter that chases 500 late tasks:
 * the median of three.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChasedTask } from '#modules/planning/chasing-paper/chased-tasks.server.ts';
import { askedBody } from '#modules/planning/chasing-paper/input.ts';
import { reminderLetter } from '#modules/planning/chasing-paper/papers/reminder-letter.ts';
import { planPaper } from '#modules/planning/plan/papers/plan-paper.ts';
import type { PlanReading } from '#modules/planning/reading/plan-reading.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { newId } from '#platform/db/id.ts';
import type { Paper } from '#platform/docgen/paper.ts';
import { renderDocx } from '#platform/docgen/render-docx.ts';
import { renderPdf } from '#platform/docgen/render-pdf.ts';
import { medianTime } from './median.ts';

const gold = join(productRoot, 'seed', 'plans', 'gold', 'dong-ky-2026.json');
const reading = JSON.parse(readFileSync(gold, 'utf8')) as PlanReading;

for (const [rows, barMs] of [
  [50, 1_000],
  [2_000, 5_000],
] as const) {
  const paper = planPaper(withRows(rows), plainDate('2026-01-20'));
  await measure(`Word, ${rows} rows`, barMs, () => renderDocx(paper));
  await measure(`PDF, ${rows} rows`, barMs, () => pdfOf(paper));
}

const chased = reminderLetter({
  office: { name: 'xã Đồng Kỳ' },
  frame: {
    symbol: 'UBND',
    authority: 'tm',
    signerName: 'Nguyễn Văn An',
    signerPosition: 'Chủ tịch',
    recipients: 'Như trên\nLưu: VT',
    urgency: 'none',
    number: 12,
    on: plainDate('2026-05-12'),
  },
  today: plainDate('2026-05-12'),
  asked: askedBody.parse({ answerBy: '2026-05-20' }),
  tasks: lateTasks(500),
  yellowDays: 5,
});
await measure('Word, a letter of 500 late tasks', 3_000, () => renderDocx(chased));
await measure('PDF, a letter of 500 late tasks', 5_000, () => pdfOf(chased));

function lateTasks(count: number): ChasedTask[] {
  return Array.from({ length: count }, (_, index) => {
    const row = reading.tasks[index % reading.tasks.length];
    return {
      id: newId<'task'>(),
      code: `I.${index + 1}`,
      title: row?.task ?? '',
      activity: row?.activity ?? null,
      product: row?.product ?? null,
      unitId: null,
      unitName: `Đơn vị ${Math.floor(index / 25) + 1}`,
      coordinators: [],
      assigneeName: 'Lê Thị Hạnh',
      approverName: 'Trần Văn Bình',
      chairLeader: null,
      dueText: null,
      dueOn: plainDate('2026-04-10'),
      firstDueOn: plainDate('2026-04-10'),
      state: 'open',
      stage: 'in-progress',
      closedOn: null,
      basis: null,
      lateDays: (index % 30) + 1,
      reminded: index % 4,
      asksFor: null,
    };
  });
}

function withRows(count: number): PlanReading {
  const tasks = Array.from({ length: count }, (_, index) => ({
    ...reading.tasks[index % reading.tasks.length],
    seq: String(index + 1),
  })) as PlanReading['tasks'];
  return {
    ...reading,
    tasks: tasks.toSorted((one, other) => (one.section ?? '').localeCompare(other.section ?? '')),
  };
}

async function pdfOf(paper: Paper): Promise<Uint8Array> {
  const result = await renderPdf(paper);
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
  return result.pdf;
}

async function measure(name: string, barMs: number, make: () => Promise<Uint8Array>): Promise<void> {
  let size = 0;
  const took = await medianTime(3, async () => {
    size = (await make()).length;
  });
  console.log(`${name}: ${took.toFixed(0)} ms, ${(size / 1024).toFixed(0)} kB (bar ${barMs} ms)`);
  if (took > barMs) process.exitCode = 1;
}
