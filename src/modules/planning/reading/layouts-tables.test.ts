import { describe, expect, it } from 'vitest';
import { briefly, HEAD, list, readBelow } from './layouts.fixtures.ts';

describe('lists in other layouts', () => {
  it('reads months ticked under a header of two levels', () => {
    const months = Array.from({ length: 12 }, (_, index) => index + 1);
    const { tasks } = readBelow(
      list(
        `STT|Nội dung|Chủ trì|Thời gian thực hiện (tháng)${'|'.repeat(12)}Kết quả`,
        `|||${months.join('|')}|`,
        `1|Rà soát văn bản|Phòng Kinh tế|${months.map((month) => (month === 3 || month === 4 ? 'x' : '')).join('|')}|Báo cáo`,
      ),
    );
    expect(tasks.map(({ due }) => [due?.from, due?.to])).toEqual([['2026-03-01', '2026-04-30']]);
  });

  it('reads years ticked', () => {
    const { tasks } = readBelow(
      list(
        'TT|Nhiệm vụ|Chủ trì|Lộ trình thực hiện|||Sản phẩm',
        '|||2026|2027|2028|',
        '1|Số hóa sổ hộ tịch|Công an xã|x|x||Dữ liệu',
      ),
    );
    expect(tasks[0]).toMatchObject({
      due_text: '2026 - 2027',
      due: { kind: 'year', to: '2027-12-31' },
      product: 'Dữ liệu',
    });
  });

  it('takes sections from a column of their own, merged downwards', () => {
    const { tasks, sections } = readBelow(
      list(
        'STT|Nội dung CCHC|Nhiệm vụ|Đơn vị chủ trì|Thời gian',
        '1|Cải cách thể chế|Rà soát văn bản|Công an xã|Quý II',
        '||Tập huấn pháp luật|Công an xã|Tháng 5',
        '2|Cải cách thủ tục hành chính|Công khai TTHC|TTPVHCC|Thường xuyên',
      ),
    );
    expect(sections.map(({ code, title }) => [code, title])).toEqual([
      ['1', 'Cải cách thể chế'],
      ['2', 'Cải cách thủ tục hành chính'],
    ]);
    expect(tasks.map(({ section, task }) => [section, task])).toEqual([
      ['1', 'Rà soát văn bản'],
      ['1', 'Tập huấn pháp luật'],
      ['2', 'Công khai TTHC'],
    ]);
  });

  it('reads a list without numbers, its columns in another order', () => {
    const { tasks } = readBelow(
      list(
        'Mốc thời gian|Bộ phận thực hiện|Nội dung công việc|Bộ phận cùng thực hiện',
        '1. Chỉ đạo điều hành|||',
        'Trước 20/01/2026|Phòng VHXH|Giao chỉ tiêu|Công an xã',
        '2. Thể chế|||',
        'Quý I|Phòng Kinh tế|Kiểm tra văn bản|Các thôn',
      ),
    );
    expect(briefly(tasks)).toEqual([
      '1 Giao chỉ tiêu [Phòng Văn hóa - Xã hội] [Công an xã] Trước 20/01/2026',
      '2 Kiểm tra văn bản [Phòng Kinh tế] [Các thôn] Quý I',
    ]);
  });

  it('reads a column for each unit with marks for its part', () => {
    const { tasks } = readBelow(
      list(
        'TT|Nhiệm vụ|Đơn vị thực hiện|||Thời gian',
        '||Phòng Kinh tế|Phòng VH-XH|Công an xã|',
        '1|Giao ban chuyên đề|PH|CT|PH|Hằng tháng',
        '2|Kiểm tra công vụ|CT|||Quý II',
      ),
    );
    expect(briefly(tasks)).toEqual([
      '- Giao ban chuyên đề [Phòng Văn hóa - Xã hội] [Phòng Kinh tế, Công an xã] Hằng tháng',
      '- Kiểm tra công vụ [Phòng Kinh tế] [] Quý II',
    ]);
  });

  it('lets titles of sections say who leads, or by when', () => {
    const byUnit = readBelow(
      list(
        'STT|Nhiệm vụ được giao|Đơn vị phối hợp|Thời hạn',
        'I|PHÒNG KINH TẾ||',
        '1|Công khai ngân sách|Công an xã|Quý I',
        'II|CÔNG AN XÃ||',
        '1|Cấp định danh|Các thôn|Cả năm',
      ),
    );
    expect(byUnit.tasks.map(({ lead }) => lead)).toEqual([['Phòng Kinh tế'], ['Công an xã']]);
    const byTime = readBelow(
      list(
        'STT|Nhiệm vụ|Đơn vị chủ trì|Sản phẩm',
        'I|HOÀN THÀNH TRONG QUÝ I/2026||',
        '1|Công khai ngân sách|Phòng Kinh tế|Báo cáo',
        'II|HOÀN THÀNH TRONG QUÝ II/2026||',
        '2|Kiểm tra|Công an xã|Báo cáo',
      ),
    );
    expect(byTime.tasks.map(({ due }) => due?.to)).toEqual(['2026-03-31', '2026-06-30']);
  });

  it('takes an annex for each axis as its sections', () => {
    const header = 'TT|Nội dung|Đơn vị thực hiện|Thời gian|Sản phẩm';
    const { tasks, sections } = readBelow(
      `PHỤ LỤC I\nCẢI CÁCH THỂ CHẾ\n(Kèm theo Kế hoạch)\n\n${list(header, '1|Rà soát văn bản|Công an xã|Quý II|Báo cáo')}\n` +
        `PHỤ LỤC II\nCẢI CÁCH TÀI CHÍNH CÔNG\n(Kèm theo Kế hoạch)\n\n${list(header, '1|Công khai ngân sách|Phòng Kinh tế|Hằng quý|Báo cáo')}`,
    );
    expect(sections.map(({ code, axis }) => [code, axis])).toEqual([
      ['I', 'institution'],
      ['II', 'public-finance'],
    ]);
    expect(tasks.map(({ section }) => section)).toEqual(['I', 'II']);
  });

  it('gives an objective that stands in a row of its own to the tasks below it', () => {
    const { tasks } = readBelow(
      list(
        'STT|Mục tiêu/ Nhiệm vụ|Chủ trì|Thời gian',
        'A|CHỈ ĐẠO, ĐIỀU HÀNH||',
        '|Mục tiêu 1: 100% nhiệm vụ đúng hạn||',
        '1|Kiểm tra định kỳ|Phòng Kinh tế|Quý II',
        'B|CẢI CÁCH THỂ CHẾ||',
        '2|Rà soát văn bản|Công an xã|Quý III',
      ),
    );
    expect(tasks.map(({ objective }) => objective)).toEqual(['100% nhiệm vụ đúng hạn', null]);
  });

  it('passes over remarks and sums, and follows -nt- upwards', () => {
    const { tasks } = readBelow(
      list(
        'STT|Nội dung|Chủ trì|Thời hạn|Số lượng',
        '1|Ban hành kế hoạch|Phòng Kinh tế|Quý I|2',
        '2|Kiểm tra công tác|-nt-|như trên|3',
        '|Tổng cộng|||5',
        'Ghi chú: các đơn vị báo cáo hằng quý.||||',
      ),
    );
    expect(briefly(tasks)).toEqual([
      '- Ban hành kế hoạch [Phòng Kinh tế] [] Quý I',
      '- Kiểm tra công tác [Phòng Kinh tế] [] Quý I',
    ]);
  });

  it.each([
    ['Chủ trì: Phòng Kinh tế<br>Phối hợp: CAX, các thôn'],
    ['- CT: Phòng Kinh tế<br>- PH: CAX; các thôn'],
    ['Phòng Kinh tế (CT), CAX (PH), các thôn (PH)'],
    ['Phòng Kinh tế chủ trì, phối hợp với CAX và các thôn'],
    ['Chính: Phòng Kinh tế / phụ: CAX, các thôn'],
    ['Phòng Kinh tế<br>CAX, các thôn'],
  ])('tells leader and helpers of %j apart', (cell) => {
    const { tasks } = readBelow(
      `| TT | Nhiệm vụ | Đơn vị chủ trì, phối hợp | Thời gian |\n|---|---|---|---|\n| 1 | Rà soát | ${cell} | Quý II |\n| 2 | Họp | CAX | Quý I |\n`,
    );
    expect([tasks[0]?.lead, tasks[0]?.coordinators]).toEqual([['Phòng Kinh tế'], ['Công an xã', 'Các thôn']]);
  });

  it('takes the spelling of the units that the commune has', () => {
    const text = list('TT|Nhiệm vụ|Chủ trì|Thời gian', '1|Rà soát|P. VHXH|Quý II', '2|Họp|P. VHXH|Quý I');
    const { tasks } = readBelow(text, HEAD, { knownUnits: ['Phòng Văn hóa và Xã hội'] });
    expect(tasks[0]?.lead).toEqual(['Phòng Văn hóa và Xã hội']);
  });
});

describe('lists of targets in other layouts', () => {
  it('reads values by year beside a state reached before, which is no promise', () => {
    const { targets } = readBelow(
      list(
        'TT|Chỉ tiêu|ĐVT|Hiện trạng năm 2025|Mục tiêu|',
        '||||2026|2027',
        '1|Tỷ lệ hồ sơ trực tuyến|%|55|60|≥ 65',
      ),
    );
    expect(targets.map(({ year, operator, value }) => [year, operator, value])).toEqual([
      [2026, '=', 60],
      [2027, '>=', 65],
    ]);
  });

  it('reads a row for each year', () => {
    const { targets } = readBelow(
      list('Năm|Tỷ lệ hồ sơ đúng hạn (%)|Điểm Chỉ số CCHC (điểm)', '2026|97|80', '2027|98|84,5'),
    );
    expect(targets.map(({ metric, year, value, unit }) => [metric, year, value, unit])).toEqual([
      ['Tỷ lệ hồ sơ đúng hạn', 2026, 97, '%'],
      ['Tỷ lệ hồ sơ đúng hạn', 2027, 98, '%'],
      ['Điểm Chỉ số CCHC', 2026, 80, 'điểm'],
      ['Điểm Chỉ số CCHC', 2027, 84.5, 'điểm'],
    ]);
  });

  it('reads what a list of tasks promises in a column of its own', () => {
    const { tasks, targets } = readBelow(
      list(
        'TT|Nhiệm vụ|Chỉ tiêu|Chủ trì|Thời gian',
        '1|Giải quyết hồ sơ đúng hạn|≥ 98%|TTPVHCC|Cả năm',
        '2|Tổ chức đối thoại|Ít nhất 02 cuộc|Phòng Kinh tế|Quý II',
      ),
    );
    expect(tasks).toHaveLength(2);
    expect(targets.map(({ operator, value, unit }) => [operator, value, unit])).toEqual([
      ['>=', 98, '%'],
      ['>=', 2, 'cuộc'],
    ]);
  });
});
