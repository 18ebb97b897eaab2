import { describe, expect, it } from 'vitest';
import { readPlainText } from '#platform/docread/text.ts';
import { readPlan } from './read-plan.ts';
import { settleUnits } from './settle-units.ts';

function readingOf(lead: string, coordinators = '') {
  const text = `KẾ HOẠCH\nCải cách hành chính năm 2026\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n1\tRà soát thủ tục\tBáo cáo\t${lead}\t${coordinators}\tQuý II/2026\n2\tTập huấn\tLớp\t${lead}\t${coordinators}\tQuý III/2026\n`;
  return readPlan(readPlainText(text), 'ke-hoach.txt');
}

describe('the units of a plan beside those of the commune', () => {
  it('gives a unit the name that the commune has for it', () => {
    const settled = settleUnits(readingOf('VP HĐND-UBND'), [
      'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân',
    ]);
    expect(settled.tasks[0]?.lead).toEqual(['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân']);
  });

  it('takes a slip for the unit that is meant, and doubts it no longer', () => {
    const reading = readingOf('Ban Chuyển đổi sô');
    const settled = settleUnits(reading, ['Ban Chuyển đổi số']);
    expect(settled.tasks[0]?.lead).toEqual(['Ban Chuyển đổi số']);
    expect(settled.tasks[0]?.doubts.map((doubt) => doubt.code)).not.toContain('unit-unknown');
  });

  it('never names one unit twice in a task', () => {
    const settled = settleUnits(readingOf('Phòng Kinh tế', 'Phòng Kinh tê'), ['Phòng Kinh tế']);
    expect(settled.tasks[0]).toMatchObject({ lead: ['Phòng Kinh tế'], coordinators: [] });
  });

  it('does not take one school for the next', () => {
    const settled = settleUnits(readingOf('Trường Tiểu học Bình An 2'), ['Trường Tiểu học Bình An 1']);
    expect(settled.tasks[0]?.lead).toEqual(['Trường Tiểu học Bình An 2']);
  });

  it('leaves units that the commune does not have as they were read', () => {
    const reading = readingOf('Công an xã');
    expect(settleUnits(reading, ['Phòng Kinh tế']).tasks[0]?.lead).toEqual(reading.tasks[0]?.lead);
  });
});
