import { describe, expect, it } from 'vitest';
import { briefly, list, readBelow } from './layouts.fixtures.ts';

const HEADER = 'STT|Nhiệm vụ|Sản phẩm|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian';

describe('lists damaged on their way into text', () => {
  it('joins rows that a page cut, under a header printed again', () => {
    const { tasks, repairs } = readBelow(
      `${list(HEADER, '1|Khảo sát sự hài lòng của người dân đối với|Báo cáo khảo|Phòng Kinh tế|Các thôn|Quý I')}\n` +
        list(
          HEADER,
          '|việc giải quyết thủ tục|sát|||',
          '2|Kiểm tra công vụ|Báo cáo|Công an xã|Các thôn|Quý II',
        ),
    );
    expect(tasks.map(({ task, product }) => [task, product])).toEqual([
      ['Khảo sát sự hài lòng của người dân đối với việc giải quyết thủ tục', 'Báo cáo khảo sát'],
      ['Kiểm tra công vụ', 'Báo cáo'],
    ]);
    expect(
      repairs.find(({ kind, damage }) => kind === 'split-row' && damage === 'Báo cáo khảo / sát'),
    ).toMatchObject({
      repair: 'Báo cáo khảo sát',
    });
  });

  it('joins a merged cell that a page cut between two rows', () => {
    const { tasks } = readBelow(
      `${list(HEADER, '1|Rà soát văn bản|Báo cáo|Văn phòng HĐND|Các thôn|Quý I')}\n${list(HEADER, '2|Theo dõi thi hành|Báo cáo|và UBND|Công an xã|Cả năm')}`,
    );
    expect(tasks.map(({ lead }) => lead)).toEqual([['Văn phòng HĐND và UBND'], ['Văn phòng HĐND và UBND']]);
  });

  it('joins cells that hold line ends', () => {
    const { tasks } = readBelow(
      'STT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n' +
        '1\tRà soát văn bản\nquy phạm pháp luật\tPhòng Kinh tế\tCác thôn;\nCông an xã\tQuý II\n' +
        '2\tKiểm tra\tCông an xã\tCác thôn\tTháng 5\n3\tTổng kết\tCông an xã\tCác thôn\tTháng 12\n',
    );
    expect(briefly(tasks)).toEqual([
      '- Rà soát văn bản quy phạm pháp luật [Phòng Kinh tế] [Các thôn, Công an xã] Quý II',
      '- Kiểm tra [Công an xã] [Các thôn] Tháng 5',
      '- Tổng kết [Công an xã] [Các thôn] Tháng 12',
    ]);
  });

  it('joins the lines of print of a list whose cells run over several', () => {
    const row = (number: number): string[] => [
      `${number}|Xây dựng, ban hành Kế hoạch CCHC,|Kế hoạch|Phòng Văn hóa - Xã|Các phòng, đơn vị|Quý II`,
      '|kế hoạch tuyên truyền của xã năm||hội|liên quan|',
      '|2026||||',
    ];
    const { tasks } = readBelow(list(HEADER, ...row(1), ...row(2), ...row(3)));
    expect(briefly(tasks)[2]).toBe(
      '- Xây dựng, ban hành Kế hoạch CCHC, kế hoạch tuyên truyền của xã năm 2026 [Phòng Văn hóa - Xã hội] [Các phòng, đơn vị liên quan] Quý II',
    );
    expect(tasks).toHaveLength(3);
  });

  it('puts back shifted cells, glued numbers and glued units, and says so', () => {
    const { tasks, repairs } = readBelow(
      list(
        HEADER,
        '1|Công khai ngân sách|Báo cáo||Phòng Kinh tế|Các thôn|Quý I',
        '2 Rà soát thủ tục hành chính|Báo cáo|Công an xã|Các thôn|Quý II|',
        '3|Tuyên truyền pháp luật|Tin, bài|Phòng Kinh tế Công an xã|Cả năm|',
      ),
    );
    expect(briefly(tasks)).toEqual([
      '- Công khai ngân sách [Phòng Kinh tế] [Các thôn] Quý I',
      '- Rà soát thủ tục hành chính [Công an xã] [Các thôn] Quý II',
      '- Tuyên truyền pháp luật [Phòng Kinh tế] [Công an xã] Cả năm',
    ]);
    expect(repairs.map(({ kind }) => kind)).toEqual(['column', 'glued-number', 'column']);
    expect(repairs[2]?.repair).toBe(
      '3 | Tuyên truyền pháp luật | Tin, bài | Phòng Kinh tế | Công an xã | Cả năm | –',
    );
    for (const task of tasks) expect(task.doubts.map(({ code }) => code)).toContain('column-shifted');
  });

  it('follows a page whose columns stand elsewhere than those of its list', () => {
    const { tasks } = readBelow(
      `${list(HEADER, '1|Rà soát|Báo cáo|Phòng Kinh tế|Các thôn|Quý I')}\n` +
        list(
          'STT|Nhiệm vụ|Sản phẩm||Cơ quan chủ trì|Cơ quan phối hợp|Thời gian',
          '2|Kiểm tra|Quyết định||Công an xã|Các thôn|Quý II',
        ),
    );
    expect(briefly(tasks)[1]).toBe('- Kiểm tra [Công an xã] [Các thôn] Quý II');
  });

  it('drops page numbers and running titles, and goes on without a header', () => {
    const { tasks } = readBelow(
      `${list(HEADER, '1|Rà soát|Báo cáo|Phòng Kinh tế|Các thôn|Quý I')}Trang 4/6\n\nUBND xã Tân Bình - Kế hoạch CCHC\n\n` +
        `${list('2|Kiểm tra|Báo cáo|Công an xã|Các thôn|Quý II')}Trang 5/6\n\nUBND xã Tân Bình - Kế hoạch CCHC\n\n` +
        list('3|Tổng kết|Báo cáo|Công an xã|Các thôn|Quý IV'),
    );
    expect(tasks.map(({ seq }) => seq)).toEqual(['1', '2', '3']);
  });

  it('gathers a list that was copied cell by cell', () => {
    const cells = (...rows: string[]): string => `${rows.join('|').split('|').join('\n')}\n`;
    const { tasks } = readBelow(
      cells(
        'STT|Nhiệm vụ|Cơ quan chủ trì|Sản phẩm|Thời hạn',
        'I|Cải cách thể chế',
        '1|Rà soát văn bản|Phòng Kinh tế|Báo cáo|Quý I',
        '2|Tập huấn pháp luật|Công an xã|Lớp học|Quý II',
        'II|Cải cách tài chính công',
        '3|Công khai ngân sách|Phòng Kinh tế|Báo cáo|Hằng quý',
      ),
    );
    expect(briefly(tasks)).toEqual([
      'I Rà soát văn bản [Phòng Kinh tế] [] Quý I',
      'I Tập huấn pháp luật [Công an xã] [] Quý II',
      'II Công khai ngân sách [Phòng Kinh tế] [] Hằng quý',
    ]);
  });

  it('gathers a list whose columns are set with spaces', () => {
    const { tasks } = readBelow(
      [
        'TT  Nhiệm vụ                     Chủ trì            Sản phẩm       Thời gian',
        'I   Cải cách thể chế',
        '1   Rà soát văn bản quy phạm     Văn phòng HĐND và  Báo cáo        Quý III/2026',
        '    pháp luật                    UBND               rà soát',
        'III Cải cách tài chính công',
        '2   Công khai ngân sách, vốn     Phòng Kinh tế      Quyết định     Hằng quý',
        '    chương trình',
        '3   Kiểm kê tài sản công của     Phòng Kinh tế      Biên bản       Tháng 12',
        '    các xã cũ',
        '4   Lập dự toán',
        '    ngân sách',
      ].join('\n'),
    );
    expect(briefly(tasks).slice(0, 3)).toEqual([
      'I Rà soát văn bản quy phạm pháp luật [Văn phòng HĐND và UBND] [] Quý III/2026',
      'III Công khai ngân sách, vốn chương trình [Phòng Kinh tế] [] Hằng quý',
      'III Kiểm kê tài sản công của các xã cũ [Phòng Kinh tế] [] Tháng 12',
    ]);
  });
});
