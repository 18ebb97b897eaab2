import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeLinks } from './task-target.ts';

const target = { id: 'g', sectionId: 'iii', text: 'Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98%' };
const never = () => false;

describe('proposing links', () => {
  it('finds the task that says what the target says, abbreviations written out', () => {
    const tasks = [
      { id: 'a', sectionId: 'iii', text: 'Rà soát thủ tục hành chính' },
      { id: 'b', sectionId: 'iii', text: 'Bảo đảm hồ sơ được giải quyết đúng hạn' },
      { id: 'c', sectionId: 'vi', text: 'Quản lý hồ sơ tài sản công' },
    ];
    expect(proposeLinks([target], tasks, never).map((one) => one.taskId)).toEqual(['b']);
  });

  it('asks for more where the task stands in another section', () => {
    const tasks = (sectionId: string) => [
      { id: 'a', sectionId, text: 'Công khai việc giải quyết đúng quy trình' },
    ];
    expect(proposeLinks([target], tasks('iii'), never)).toHaveLength(1);
    expect(proposeLinks([target], tasks('vi'), never)).toHaveLength(0);
  });

  it('proposes nothing twice, nothing that is linked, and no more than three tasks for a target', () => {
    const text = fc.array(
      fc.constantFrom('hồ sơ', 'đúng hạn', 'công khai', 'giải quyết', 'thủ tục', '100%'),
      {
        maxLength: 8,
      },
    );
    const some = fc.array(fc.record({ sectionId: fc.constantFrom('i', 'ii', null), words: text }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(some, some, fc.func(fc.boolean()), (targets, tasks, linked) => {
        const named = (rows: typeof tasks, prefix: string) =>
          rows.map(({ sectionId, words }, at) => ({
            id: `${prefix}${at}`,
            sectionId,
            text: words.join(' '),
          }));
        const isLinked = ({ taskId, targetId }: { taskId: string; targetId: string }) =>
          linked(taskId, targetId);
        const found = proposeLinks(named(targets, 'g'), named(tasks, 't'), isLinked);
        const keys = found.map((one) => `${one.taskId} ${one.targetId}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(found.filter(isLinked)).toEqual([]);
        for (const one of targets.keys()) {
          expect(found.filter((link) => link.targetId === `g${one}`).length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});
