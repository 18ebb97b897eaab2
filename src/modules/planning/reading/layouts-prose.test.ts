import { describe, expect, it } from 'vitest';
import { briefly, readBelow } from './layouts.fixtures.ts';

const PARTS = 'II. NHIỆM VỤ\n\n1. Cải cách thể chế\n\n';
const END = 'III. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Kinh tế theo dõi.\n';

describe('tasks in prose', () => {
  it('reads tasks written as forms, field by field', () => {
    const { tasks } = readBelow(
      `${PARTS}1.1. Rà soát văn bản của xã\n\n- Đơn vị chủ trì: Phòng Kinh tế.\n\n- Đơn vị phối hợp: Công an xã.\n\n` +
        '- Thời gian hoàn thành: Quý II/2026.\n\n- Sản phẩm: Báo cáo.\n\n' +
        '1.2. Tập huấn pháp luật\n\nChủ trì: Công an xã; phối hợp: các thôn. Thời gian: hằng quý. Sản phẩm: Lớp học.\n\n' +
        END,
    );
    expect(briefly(tasks)).toEqual([
      'II.1 Rà soát văn bản của xã [Phòng Kinh tế] [Công an xã] Quý II/2026',
      'II.1 Tập huấn pháp luật [Công an xã] [Các thôn] hằng quý',
    ]);
    expect(tasks.map(({ seq, product }) => [seq, product])).toEqual([
      ['1.1', 'Báo cáo'],
      ['1.2', 'Lớp học'],
    ]);
  });

  it('reads forms that stand in tables of two columns', () => {
    const form = (number: number, task: string): string =>
      `Nhiệm vụ ${number}\t${task}\nĐơn vị chủ trì\tPhòng Kinh tế\nThời hạn\tQuý III/2026\nSản phẩm\tBáo cáo\n\n`;
    const { tasks } = readBelow(`${PARTS}${form(1, 'Rà soát văn bản')}${form(2, 'Kiểm tra văn bản')}${END}`);
    expect(tasks.map(({ seq, section, task, due_text }) => [seq, section, task, due_text])).toEqual([
      ['1', 'II.1', 'Rà soát văn bản', 'Quý III/2026'],
      ['2', 'II.1', 'Kiểm tra văn bản', 'Quý III/2026'],
    ]);
  });

  it.each([
    ['(Phòng Kinh tế chủ trì; Công an xã phối hợp; hoàn thành trước ngày 31/10/2026)'],
    ['. Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã thực hiện; hoàn thành trước ngày 31/10/2026'],
    ['.\n\nPhòng Kinh tế chủ trì, Công an xã phối hợp; hoàn thành trước ngày 31/10/2026; kết quả là báo cáo'],
  ])('reads who and when from %j', (said) => {
    const { tasks } = readBelow(
      `${PARTS}a) Rà soát toàn bộ văn bản của các xã cũ ${said}.\n\nb) Tập huấn pháp luật cho toàn bộ công chức ${said}.\n\n${END}`,
    );
    expect(tasks.map(({ lead, coordinators, due }) => [lead, coordinators, due?.to])).toEqual([
      [['Phòng Kinh tế'], ['Công an xã'], '2026-10-31'],
      [['Phòng Kinh tế'], ['Công an xã'], '2026-10-31'],
    ]);
  });

  it('lets the unit that heads its duties lead them', () => {
    const { tasks } = readBelow(
      'II. PHÂN CÔNG TRÁCH NHIỆM\n\n1. Phòng Kinh tế\n\n- Chủ trì, phối hợp với Công an xã và các thôn rà soát hộ nghèo trong quý II/2026.\n\n' +
        '- Công khai dự toán ngân sách xã theo quy định.\n\n2. Công an xã\n\n- Làm sạch dữ liệu dân cư, thực hiện thường xuyên.\n',
    );
    expect(tasks.map(({ lead, coordinators, due_text }) => [lead[0], coordinators, due_text])).toEqual([
      ['Phòng Kinh tế', ['Công an xã', 'Các thôn'], 'trong quý II/2026'],
      ['Phòng Kinh tế', [], 'theo quy định'],
      ['Công an xã', [], 'thường xuyên'],
    ]);
  });

  it('finds no promise in what was reached before, nor in conditions of awards', () => {
    const { targets } = readBelow(
      'II. KẾT QUẢ NĂM 2025\n\n1. Tỷ lệ hồ sơ đúng hạn đạt 97%.\n\nIII. MỤC TIÊU\n\n1. Tỷ lệ hồ sơ đúng hạn đạt 99%.\n\n' +
        'IV. KHEN THƯỞNG\n\n1. Tập thể hoàn thành từ 90% nhiệm vụ trở lên được xét khen thưởng.\n',
    );
    expect(targets.map(({ value }) => value)).toEqual([99]);
  });

  it('reads decision and plan in one file: number, day and signer are the decision’s', () => {
    const { plan, targets } = readBelow(
      'Số: 45/QĐ-UBND\n\nTân Bình, ngày 20 tháng 01 năm 2026\n\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch cải cách hành chính năm 2026\n\n' +
        'Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n\n' +
        'Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn Bình\n\n' +
        'KẾ HOẠCH\nCải cách hành chính năm 2026 xã Nam Bản\n(Ban hành kèm theo Quyết định số 45/QĐ-UBND ngày 20/01/2026)\n\n' +
        'I. MỤC TIÊU\n\n1. 100% hồ sơ được giải quyết đúng hạn.\n',
      '',
    );
    expect(plan).toMatchObject({
      number: '45/QĐ-UBND',
      date: '2026-01-20',
      commune: 'Nam Bản',
      signer: { name: 'Nguyễn Văn Bình', title: 'Chủ tịch' },
    });
    expect(targets.map(({ value }) => value)).toEqual([100]);
  });
});
