import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edge, waysTo } from './dependency.ts';

const edges = (...pairs: string[]): Edge[] =>
  pairs.map((pair) => ({ taskId: pair[0] ?? '', predecessorId: pair[1] ?? '' }));

describe('the way along which a task waits for another', () => {
  it('is named from end to end, and is the shortest', () => {
    expect(waysTo(edges('ab', 'bc', 'cd', 'bd'), 'a', 'd')).toEqual(['a', 'b', 'd']);
  });

  it('is the task itself where both ends are the same', () => {
    expect(waysTo([], 'a', 'a')).toEqual(['a']);
  });

  it('is none against the direction, and none without edges', () => {
    expect(waysTo(edges('ab', 'bc'), 'c', 'a')).toBeUndefined();
    expect(waysTo([], 'a', 'b')).toBeUndefined();
  });

  it('ends where tasks wait in a diamond of diamonds', () => {
    const many = Array.from({ length: 200 }, (_, n) => [
      { taskId: `${n}`, predecessorId: `${n}x` },
      { taskId: `${n}`, predecessorId: `${n}y` },
      { taskId: `${n}x`, predecessorId: `${n + 1}` },
      { taskId: `${n}y`, predecessorId: `${n + 1}` },
    ]).flat();
    expect(waysTo(many, '0', '200')).toHaveLength(401);
  });

  it('lets no circle be when each edge is added only where none leads back', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), (wanted) => {
        const added: Edge[] = [];
        for (const [task, predecessor] of wanted) {
          const edge = { taskId: String(task), predecessorId: String(predecessor) };
          if (!waysTo(added, edge.predecessorId, edge.taskId)) added.push(edge);
        }
        return added.every(({ taskId, predecessorId }) => !waysTo(added, predecessorId, taskId));
      }),
    );
  });
});
