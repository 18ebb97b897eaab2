import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../check-plan.ts';
import { facts, row, soundPlan } from '../fixtures.ts';
import type { Finding } from '../finding.ts';
import { FindingList, type FindingListProps } from './finding-list.tsx';
import { findingPlace, findingSentence, mendLabel } from './finding-words.tsx';

function dayOff(): Finding {
  const due = { kind: 'date' as const, from: null, to: '2026-04-30', recurrence: null, before: false };
  const tasks = [
    ...soundPlan().tasks,
    row('task', 'x', { seq: '2', task: 'Nộp báo cáo', due, due_text: '30/4/2026', line: [7, 8] }),
  ];
  const [found] = checkPlan(soundPlan({ tasks }), facts());
  if (found === undefined) throw new Error('nothing found');
  return found;
}

const html = (props: Partial<FindingListProps>) =>
  render(h(FindingList, { lang: 'vi', findings: [], hrefOf: () => undefined, ...props }));

describe('a finding in words', () => {
  it('says what is wrong, where, and what would mend it', () => {
    const found = dayOff();
    expect(findingSentence('vi', found)).toBe(
      'Hạn 30/04/2026 của nhiệm vụ I.2 là ngày nghỉ; ngày làm việc gần nhất phù hợp là 01/05/2026.',
    );
    expect(findingSentence('en', found)).toContain('The deadline 30/04/2026 of task I.2');
    expect(findingPlace('vi', found)).toBe('Mục I.2 · dòng 7–8');
    expect(findingPlace('vi', { ...found, place: null, lines: [384, 7, 8, 90] })).toBe('dòng 7–8, 90, 384');
    expect(found.mends.map((mend) => mendLabel('vi', found, mend))).toEqual(['Đổi thành 01/05/2026']);
  });

  it('writes amounts with their unit, and a day that does not exist as the paper does', () => {
    const targets = [
      row('target', 'a', { metric: 'Chỉ số chuyển đổi số', value: 0.71, unit: 'score' }),
      row('target', 'b', { metric: 'Chỉ số chuyển đổi số', value: 0.8, unit: 'score' }),
    ];
    const citations = [row('citation', 'c', { number: '5/KH-UBND', date: '2025-02-31' })];
    const [target, citation] = checkPlan(soundPlan({ targets, citations }), facts());
    expect(target && findingSentence('vi', target)).toContain('0,71 điểm và 0,8 điểm');
    expect(target?.mends.map((mend) => mendLabel('vi', target, mend))).toEqual([
      'Lấy mức 0,71\u00a0điểm',
      'Lấy mức 0,8\u00a0điểm',
    ]);
    expect(citation && findingSentence('vi', citation)).toContain('ghi ngày 31/02/2025');
  });
});

describe('the list of findings', () => {
  it('links each place and sends each mend', () => {
    const page = html({
      findings: [dayOff()],
      hrefOf: (found) => `/du-thao/1?dong=${found.keys[0]}`,
      mendForm: (found, mend) => ({ action: '/sua', fields: { code: found.code, shown: mend.shown } }),
    });
    expect(page).toContain('href="/du-thao/1?dong=x"');
    expect(page).toContain('<form method="post" action="/sua">');
    expect(page).toContain('<input type="hidden" name="shown" value="2026-05-01"/>');
  });

  it('offers no mend where none can be done, and says when nothing was found', () => {
    expect(html({ findings: [dayOff()] })).not.toContain('<form');
    expect(html({})).toContain('Không thấy điểm nào cần sửa');
  });

  it('shows so many at once, and how many more there are', () => {
    const page = html({ findings: Array.from({ length: 75 }, dayOff) });
    expect(page.match(/<summary/g)).toHaveLength(60);
    expect(page).toContain('Còn 15 điểm nữa');
  });
});
