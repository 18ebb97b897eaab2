import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { type Paper, plainWords } from '#platform/docgen/paper.ts';
import { renderDocx } from '#platform/docgen/render-docx.ts';
import { renderPdf } from '#platform/docgen/render-pdf.ts';
import { readSource } from '#platform/docread/read-source.ts';
import type { PlanReading } from '../../reading/plan-reading.ts';
import { readPlan } from '../../reading/read-plan.ts';
import { scoresOf } from '../../reading/score.fixtures.ts';
import { planPaper } from './plan-paper.ts';

const SEED = new URL('../../../../../seed/', import.meta.url).pathname;
const today = plainDate('2026-01-20');

function readingsIn(folder: string): string[] {
  return readdirSync(join(SEED, folder))
    .filter((name) => name.endsWith('.json') && name !== 'first-sight.json')
    .map((name) => join(folder, name));
}

function readingOf(gold: string): PlanReading {
  return JSON.parse(readFileSync(join(SEED, gold), 'utf8')) as PlanReading;
}

type Format = 'docx' | 'pdf';

/** The score of what our own reader finds in the paper, beside what the paper was made of. */
async function roundTrip(gold: string, format: Format): Promise<number> {
  const file = await fileOf(planPaper(readingOf(gold), today), format);
  const name = `paper.${format}`;
  const reading = readPlan(await readSource(file, name), name);
  return scoresOf({ gold: join(SEED, gold), reading }).total;
}

async function fileOf(paper: Paper, format: Format): Promise<Uint8Array> {
  if (format === 'docx') return renderDocx(paper);
  const result = await renderPdf(paper);
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
  return result.pdf;
}

describe('a plan that is written and read again', () => {
  it.each(
    readingsIn('plans/gold').flatMap((gold) => [
      [gold, 'docx' as const],
      [gold, 'pdf' as const],
    ]),
  )('%s comes back whole as %s', async (gold, format) => {
    expect(await roundTrip(gold, format)).toBeGreaterThanOrEqual(0.98);
  });

  it.each([...readingsIn('reading-corpus'), ...readingsIn('reading-corpus/seeds-gold')])(
    '%s, of another make, comes back nearly whole',
    async (gold) => {
      expect(await roundTrip(gold, 'docx')).toBeGreaterThanOrEqual(0.95);
    },
  );
});

describe('a plan as a paper', () => {
  const reading = readingOf('plans/gold/dong-ky-2026.json');

  it('stands under its body, with number and day once it has them', () => {
    const draft = planPaper(reading, today);
    expect(draft.issuer).toBe('Ủy ban nhân dân\nxã Đồng Kỳ');
    expect(draft.number).toMatch(/^Số:\s+\/KH-UBND$/);
    expect(draft.placeAndDate).toMatch(/^Đồng Kỳ, ngày\s+tháng\s+năm 2026$/);
    const issued = planPaper(
      { ...reading, plan: { ...reading.plan, number: '12/KH-UBND', date: '2026-02-05' } },
      today,
    );
    expect(issued.number).toBe('Số: 12/KH-UBND');
    expect(issued.placeAndDate).toBe('Đồng Kỳ, ngày 05 tháng 02 năm 2026');
    expect(issued.laidOutOn).toBe('2026-02-05');
    expect(issued.annexes[0]?.note).toContain('số 12/KH-UBND');
  });

  it('names each document that it rests on in a line of its own', () => {
    const [basis] = reading.plan.basis;
    if (!basis) throw new Error('the plan rests on nothing');
    const law = { ...basis, type: 'Luật', number: '72/2025/QH15', date: '2025-06-16', issuer: null };
    const { bases } = planPaper({ ...reading, plan: { ...reading.plan, basis: [law, basis] } }, today);
    expect(bases).toEqual([
      'Căn cứ Luật số 72/2025/QH15 ngày 16 tháng 6 năm 2025;',
      'Căn cứ Kế hoạch số 167/KH-UBND ngày 17 tháng 12 năm 2025 của Chủ tịch UBND tỉnh Bắc Ninh.',
    ]);
  });

  it('numbers its parts without gaps and leaves out those without content', () => {
    const bare = planPaper({ ...reading, targets: [], report_regime: [], citations: [] }, today);
    const labels = bare.body.flatMap((block) =>
      block.kind === 'outline' && block.level === 'heading'
        ? [`${block.label} ${plainWords(block.words)}`]
        : [],
    );
    expect(labels).toEqual(['I. MỤC ĐÍCH, YÊU CẦU', 'II. NỘI DUNG, NHIỆM VỤ', 'III. TỔ CHỨC THỰC HIỆN']);
  });

  it('keeps tasks that are sentences in the part that their sections name', () => {
    const prose = planPaper(readingOf('plans/gold/dai-thanh-2026-2030.json'), today);
    const headings = prose.body.flatMap((block) =>
      block.kind === 'outline' && block.level === 'heading'
        ? [`${block.label} ${plainWords(block.words)}`]
        : [],
    );
    expect(headings[2]).toBe('III. NỘI DUNG, NHIỆM VỤ');
    expect(prose.annexes).toEqual([]);
  });

  it('lists its tasks in a landscape annex under a row for each section', () => {
    const [annex] = planPaper(reading, today).annexes;
    expect(annex?.orientation).toBe('landscape');
    const [table] = annex?.body ?? [];
    if (table?.kind !== 'table') throw new Error('the annex holds no table');
    const sections = table.rows.filter(({ cells }) => cells[1]?.columnSpan === table.columns.length - 1);
    expect(sections).toHaveLength(new Set(reading.tasks.map(({ section }) => section)).size);
    expect(table.rows).toHaveLength(1 + sections.length + reading.tasks.length);
  });

  it('lets rows share the objective that they have in common', () => {
    const [one] = reading.tasks;
    if (!one) throw new Error('the plan has no task');
    const tasks = ['a', 'b', 'c'].map((task, index) => ({
      ...one,
      task,
      objective: index < 2 ? 'Mục tiêu chung' : null,
    }));
    const [table] = planPaper({ ...reading, tasks }, today).annexes[0]?.body ?? [];
    if (table?.kind !== 'table') throw new Error('the annex holds no table');
    const rows = table.rows.slice(2);
    expect(rows.map(({ cells }) => cells.length)).toEqual([
      table.columns.length,
      table.columns.length - 1,
      table.columns.length,
    ]);
    expect(rows[0]?.cells[1]).toEqual({ words: 'Mục tiêu chung', rowSpan: 2 });
  });

  it('holds a plan of which nothing is known', () => {
    const nothing: PlanReading = {
      ...reading,
      plan: {
        ...reading.plan,
        title: null,
        issuer: null,
        commune: null,
        number: null,
        signer: { name: null, title: null, authority: null },
        basis: [],
        recipients: [],
      },
      tasks: [],
      sections: [],
      targets: [],
      report_regime: [],
      citations: [],
    };
    const paper = planPaper(nothing, today);
    expect(paper.annexes).toEqual([]);
    expect(paper.ending?.position).toBe('Chủ tịch');
    expect(paper.ending?.recipients).toEqual(['- Lưu: VT.']);
  });
});
