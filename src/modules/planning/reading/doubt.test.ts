import { describe, expect, it } from 'vitest';
import { readText } from '#platform/docread/text.ts';
import { readPlan } from './read-plan.ts';

const PLAN = `KẾ HOẠCH
Cải cách hành chính năm 2026 của xã Bình Nguyên
I. MỤC TIÊU
Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98% trở lên.
TT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian
1\tBan hành kế hoạch\tKế hoạch\tPhòng Văn hóa - Xã hội\tTháng 01/2026
2\tTuyên truyền\tBáo cáo\tVăn phòng HĐND và UBND\tQuý II/2026`;

describe('a plan whose letters were recognised in pictures', () => {
  it('has every row doubted for it, and nothing else read differently', () => {
    const typed = readText(Buffer.from(PLAN));
    const plain = readPlan(typed, 'ke-hoach.pdf');
    const doubted = readPlan({ ...typed, recognised: true }, 'ke-hoach.pdf');
    const rows = [...doubted.tasks, ...doubted.targets];
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row.doubts.at(-1)).toEqual({ code: 'recognised' });
    expect([...plain.tasks, ...plain.targets].flatMap(({ doubts }) => doubts)).not.toContainEqual({
      code: 'recognised',
    });
    expect(doubted.tasks.map(({ task }) => task)).toEqual(plain.tasks.map(({ task }) => task));
  });
});
