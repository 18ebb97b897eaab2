import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from '#platform/docread/read-source.ts';
import type { PlanReading } from './plan-reading.ts';
import { readPlan } from './read-plan.ts';
import { scoresOf } from './score.fixtures.ts';

const PLANS = new URL('../../../../seed/plans/', import.meta.url);

async function read(file: string): Promise<PlanReading> {
  return readPlan(await readSource(new Uint8Array(readFileSync(new URL(file, PLANS))), file), file);
}

async function scoreOf(file: string): Promise<number> {
  const gold = new URL(`gold/${file.replace(/\.\w+$/, '.json')}`, PLANS).pathname;
  return scoresOf({ gold, reading: await read(file) }).total;
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
