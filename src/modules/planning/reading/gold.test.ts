import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '#platform/docread/read-source.ts';
import type { PlanReading } from './plan-reading.ts';
import { readPlan } from './read-plan.ts';

const PLANS = new URL('../../../../seed/plans/', import.meta.url);
const SCORER = new URL('../../../../scripts/score-import.mjs', import.meta.url).pathname;

async function read(file: string): Promise<PlanReading> {
  return readPlan(await readSource(new Uint8Array(readFileSync(new URL(file, PLANS))), file), file);
}

async function scoreOf(file: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'reading-'));
  try {
    const reading = join(folder, 'reading.json');
    writeFileSync(reading, JSON.stringify(await read(file)));
    const gold = new URL(`gold/${file.replace(/\.\w+$/, '.json')}`, PLANS).pathname;
    const printed = execFileSync(process.execPath, [SCORER, gold, reading], { encoding: 'utf8' });
    return Number(/total ([\d.]+)/.exec(printed)?.[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('readings beside those of people', () => {
  it.each([
    ['dong-ky-2026.txt', 0.99],
    ['dan-hoa-2026.txt', 0.99],
    ['dai-thanh-2026-2030.txt', 0.99],
    ['dong-ky-2026.docx', 0.99],
    ['dan-hoa-2026.docx', 0.99],
    ['dai-thanh-2026-2030.docx', 0.99],
    // Printed by a word processor; and by a browser, without lines and with decomposed letters.
    ['dong-ky-2026.pdf', 0.98],
    ['dan-hoa-2026.pdf', 0.98],
  ])('%s reaches %d', async (file, floor) => {
    expect(await scoreOf(file)).toBeGreaterThanOrEqual(floor);
  });

  it('mends a list of four levels: joined over pages, merged, shifted', async () => {
    const { tasks } = await read('hung-thinh-2025.txt');
    expect(tasks).toHaveLength(36);
    const joined = tasks.find((task) => task.activity?.startsWith('Rà soát, phát hiện các thủ tục'));
    expect(joined?.objective).toMatch(/niêm yết công khai theo quy định$/);
    expect(joined?.due_text).toBe('Theo chương trình công tác');
    expect(tasks.find((task) => task.activity?.startsWith('Triển khai lưu trữ'))?.lead).toEqual([
      'Trung tâm Phục vụ hành chính công',
    ]);
  });

  it('finds that a plan promises online payment twice, differently', async () => {
    const { conflicts } = await read('hung-thinh-2025.txt');
    expect(conflicts.some(({ text }) => /60%.*80%/.test(text))).toBe(true);
  });
});
