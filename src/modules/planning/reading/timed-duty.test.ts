import { describe, expect, it } from 'vitest';
import { timedDuty } from './timed-duty.ts';

const read = (sentence: string) =>
  timedDuty(sentence, { from: 2026, to: 2026 }, { level: 'xã', knownUnits: [] });

describe('a sentence that opens with a time and who leads', () => {
  const parts = {
    time: 'Trước ngày 10/02/2026',
    lead: ['Phòng Kinh tế'],
    coordinators: ['Công an xã'],
    duty: 'xây dựng Kế hoạch tuyên truyền',
  };

  it.each([
    'Trước ngày 10/02/2026, Phòng Kinh tế chủ trì, phối hợp với Công an xã xây dựng Kế hoạch tuyên truyền.',
    'Trước ngày 10/02/2026 Phòng Kinh tế chủ trì phối hợp với Công an xã xây dựng Kế hoạch tuyên truyền.',
    'Trước ngày 10/02/2026, Phòng Kinh tế chủ trì và phối hợp cùng Công an xã, xây dựng Kế hoạch tuyên truyền.',
  ])('%s', (sentence) => {
    expect(read(sentence)).toEqual(parts);
  });

  it('lets the unit stand before the time', () => {
    const sentence = 'Phòng Kinh tế, trong quý II/2026, chủ trì xây dựng Kế hoạch tuyên truyền';
    expect(read(sentence)).toEqual({ ...parts, time: 'trong quý II/2026', coordinators: [] });
  });

  it.each([
    'Phòng Kinh tế chủ trì, phối hợp với Công an xã xây dựng Kế hoạch tuyên truyền',
    'Rà soát hồ sơ, Phòng Kinh tế chủ trì xây dựng Kế hoạch tuyên truyền',
    'Trước ngày 10/02/2026, xây dựng Kế hoạch tuyên truyền',
  ])('leaves whole: %s', (sentence) => {
    expect(read(sentence)).toBeUndefined();
  });
});
