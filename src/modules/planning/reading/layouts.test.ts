import { describe, expect, it } from 'vitest';
import { readText } from '#platform/docread/text.ts';
import type { PlanReading } from './plan-reading.ts';
import { readPlan } from './read-plan.ts';

const HEAD =
  'KẾ HOẠCH\nCải cách hành chính phường Tân Bình năm 2026\n\nI. MỤC ĐÍCH\n\nPhục vụ tốt hơn.\n\nPhụ lục\n\n';

function read(table: string, head = HEAD): PlanReading {
  return readPlan(readText(new TextEncoder().encode(head + table)), 'plan.txt');
}

describe('layouts of other communes', () => {
  it('reads ticked quarters under a header of two levels', () => {
    const { tasks } = read(
      'STT\tNhiệm vụ\tĐơn vị chủ trì\tThời gian thực hiện\t\t\t\tGhi chú\n' +
        '\t\t\tQuý I\tQuý II\tQuý III\tQuý IV\t\n' +
        'A\tCải cách thể chế\t\t\t\t\t\t\n' +
        '1\tRà soát văn bản\tPhòng Kinh tế\t\tx\tx\t\t\n' +
        '2\tTập huấn pháp luật\tCAP\t\t\t\tX\t\n',
    );
    expect(tasks.map((task) => [task.section, task.lead, task.due?.from, task.due?.to])).toEqual([
      ['A', ['Phòng Kinh tế'], '2026-04-01', '2026-09-30'],
      ['A', ['Công an phường'], '2026-10-01', '2026-12-31'],
    ]);
  });

  it('reads start and end columns', () => {
    const { tasks } = read(
      'TT\tNội dung công việc\tCơ quan thực hiện\tThời gian\t\tSản phẩm\n' +
        '\t\t\tBắt đầu\tKết thúc\t\n' +
        '1\tKiểm tra công vụ\tVP HĐND-UBND\t01/3/2026\t30/6/2026\tBáo cáo\n' +
        '2\tKhảo sát hài lòng\tP. VHXH\tTháng 4\tTháng 6\tPhiếu\n',
    );
    expect(tasks.map((task) => [task.due?.kind, task.due?.from, task.due?.to])).toEqual([
      ['date', '2026-03-01', '2026-06-30'],
      ['month', '2026-04-01', '2026-06-30'],
    ]);
  });

  it('tells leader and helpers apart in one cell', () => {
    const { tasks } = read(
      'TT\tNhiệm vụ\tĐơn vị chủ trì, phối hợp\tThời hạn\n' +
        '1\tSố hóa hồ sơ\tChủ trì: TTPVHCC; Phối hợp: Phòng Kinh tế, CAP\tQuý II\n' +
        '2\tNiêm yết thủ tục\tPhòng Kinh tế chủ trì, Công an phường phối hợp\tThường xuyên\n',
    );
    expect(tasks.map((task) => [task.lead, task.coordinators])).toEqual([
      [['Trung tâm Phục vụ hành chính công'], ['Phòng Kinh tế', 'Công an phường']],
      [['Phòng Kinh tế'], ['Công an phường']],
    ]);
  });

  it('takes whole numbers for sections when tasks are numbered by decimals', () => {
    const { tasks, sections } = read(
      'TT\tNội dung nhiệm vụ\tKết quả\tChủ trì\tHoàn thành\n' +
        '1\tCải cách thủ tục hành chính\t\t\t\n1.1\tRà soát thủ tục\tBáo cáo\tPhòng Kinh tế\tTháng 5\n' +
        '1.2\tCông khai thủ tục\tBảng niêm yết\tPhòng Kinh tế\tHằng tháng\n' +
        '2\tCải cách tài chính công\t\t\t\n2.1\tCông khai ngân sách\tBáo cáo\tPhòng Kinh tế\tHằng quý\n',
    );
    expect(sections.map((section) => [section.code, section.axis])).toEqual([
      ['1', 'procedures'],
      ['2', 'public-finance'],
    ]);
    expect(tasks.map((task) => [task.seq, task.section])).toEqual([
      ['1.1', '1'],
      ['1.2', '1'],
      ['2.1', '2'],
    ]);
  });

  it('carries a merged lead down, but leaves a lone blank', () => {
    const { tasks } = read(
      'TT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n' +
        'I\tCải cách thể chế\t\t\t\n1\tViệc một\tBáo cáo\tPhòng Kinh tế\tQuý I\n2\tViệc hai\tBáo cáo\t\tQuý II\n' +
        '3\tViệc ba\tBáo cáo\t\t\n4\tViệc bốn\tBáo cáo\tCông an phường\tQuý IV\n',
    );
    expect(tasks.map((task) => task.lead[0])).toEqual([
      'Phòng Kinh tế',
      'Phòng Kinh tế',
      'Phòng Kinh tế',
      'Công an phường',
    ]);
    expect(tasks[2]?.due_text).toBeNull();
    expect(tasks[2]?.doubts.map((doubt) => doubt.code)).toEqual(['due-missing', 'carried-from-above']);
  });

  it('reads targets by year', () => {
    const { targets } = read(
      'TT\tChỉ tiêu\tĐVT\tNăm 2026\tNăm 2027\n1\tTỷ lệ hồ sơ đúng hạn\t%\t≥ 95\t98\n2\tSố mô hình mới\tmô hình\t2\t3\n',
    );
    expect(targets.map((target) => [target.year, target.operator, target.value, target.unit])).toEqual([
      [2026, '>=', 95, '%'],
      [2027, '=', 98, '%'],
      [2026, '=', 2, 'mô hình'],
      [2027, '=', 3, 'mô hình'],
    ]);
  });

  it('reads decomposed letters alike', () => {
    const table =
      'TT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n1\tRà soát\tBáo cáo\tPhòng Kinh tế\tQuý II\n';
    expect(read(table.normalize('NFD'), HEAD.normalize('NFD'))).toEqual(read(table));
  });

  it('reads duties from prose when there is no list', () => {
    const { tasks, targets } = read(
      'II. NHIỆM VỤ, GIẢI PHÁP\n\n1. Cải cách thể chế\n\n' +
        '- Rà soát văn bản do phường ban hành (Phòng Kinh tế chủ trì, Công an phường phối hợp), hoàn thành trước 30/6/2026.\n\n' +
        '- 100% văn bản được rà soát đúng hạn.\n\nIII. TỔ CHỨC THỰC HIỆN\n\nGiao Phòng Kinh tế theo dõi.\n',
      HEAD.replace('Phụ lục\n\n', ''),
    );
    expect(tasks.map((task) => [task.section, task.lead, task.coordinators, task.due?.to])).toEqual([
      ['II.1', ['Phòng Kinh tế'], ['Công an phường'], '2026-06-30'],
    ]);
    expect(targets.map((target) => target.value)).toEqual([100]);
  });

  it('finds nothing in nothing, and never throws', () => {
    for (const text of ['x', '\t\t\nx\ty\tz\n', 'TT\tNhiệm vụ\tChủ trì\tThời gian', '|||', 'I.\nII.\n']) {
      expect(read(text, '').tasks).toEqual([]);
    }
  });

  it.each(['100% ', 'số 1/QĐ-', 'báo cáo quý ', 'phòng, ', '1/1 ', 'và ', '(', 'mỗi ', 'ít nhất 2 lần '])(
    'stays quick on 500 kB of %j',
    (piece) => {
      const line = piece.repeat(10_000 / piece.length);
      const started = performance.now();
      read(`${line}\n`.repeat(50));
      expect(performance.now() - started).toBeLessThan(20_000);
    },
  );
});
