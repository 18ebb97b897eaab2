import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { texts } from '../texts.ts';
import { submitWords, windowWords } from './regime-words.tsx';

const t = texts('vi');
const text = 'Báo cáo gửi vào thứ Sáu hằng tuần';

describe('submitWords', () => {
  it('says the day, or the rule', () => {
    const day = plainDate('2026-03-08');
    expect(submitWords(t, { submitBy: day, submitRule: null, text })).toBe('08/03/2026');
    const monthly = { every: 'month', dayOfMonth: 15 } as const;
    expect(submitWords(t, { submitBy: null, submitRule: monthly, text })).toBe('ngày 15 hằng tháng');
    const but = { ...monthly, except_months: [3, 6] };
    expect(submitWords(t, { submitBy: null, submitRule: but, text })).toBe(
      'ngày 15 hằng tháng, trừ tháng 3, 6',
    );
    const quarterly = { every: 'quarter', dayOfMonth: 10, month: 'last' } as const;
    expect(submitWords(t, { submitBy: null, submitRule: quarterly, text })).toBe('ngày 10 tháng cuối quý');
  });

  it('lets the plan speak where the rule does not say which day', () => {
    const vague = { every: 'quarter', dayOfMonth: 10 } as const;
    expect(submitWords(t, { submitBy: null, submitRule: vague, text })).toBe(text);
    expect(submitWords(t, { submitBy: null, submitRule: { every: 'week', weekday: 5 }, text })).toBe(text);
  });

  it('says that the plan says nothing', () => {
    expect(submitWords(t, { submitBy: null, submitRule: null, text })).toBe('Kế hoạch không ghi');
    expect(windowWords(t, { dataFrom: plainDate('2026-01-01'), dataTo: null })).toBe('Kế hoạch không ghi');
  });
});
