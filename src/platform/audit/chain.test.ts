import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChainCheck, type ChainLine, type ChainPlace, chainStart, hashOf } from './chain.ts';

function chainOf(acts: readonly string[]): { lines: ChainLine[]; head: ChainPlace } {
  const lines: ChainLine[] = [];
  let last = chainStart;
  for (const [index, act] of acts.entries()) {
    const content = lineOf(index + 1, act);
    last = { position: content.position, hash: hashOf(last.hash, content) };
    lines.push({ ...content, hash: last.hash });
  }
  return { lines, head: last };
}

function lineOf(position: number, act: string): Omit<ChainLine, 'hash'> {
  return {
    position,
    act,
    tenantId: 't',
    at: '2026-05-12T03:30:00.000000Z',
    id: `line-${position}`,
    actorKind: 'person',
    actorId: null,
    actorName: 'Nguyễn Thị Dung',
    recordKind: 'task',
    recordId: 'r',
    before: null,
    after: '{"state": "done"}',
    requestId: 'q',
    remoteAddress: null,
    storedAt: null,
  };
}

function faultsOf(lines: readonly ChainLine[], head: ChainPlace) {
  const check = new ChainCheck();
  for (const line of lines) check.take(line);
  return check.end(head);
}

const acts = fc.array(fc.string(), { minLength: 3, maxLength: 30 });
const { lines, head } = chainOf(['a', 'b', 'c', 'd', 'e']);
const at = (position: number) => lines[position - 1] as ChainLine;

describe('a chain', () => {
  it('that nobody touched has no fault, whatever is in its lines', () => {
    fc.assert(
      fc.property(acts, (given) => {
        const made = chainOf(given);
        expect(faultsOf(made.lines, made.head)).toEqual([]);
      }),
    );
  });

  it('names the place of a line that was changed', () => {
    const changed = lines.map((line) =>
      line.position === 3 ? { ...line, after: '{"state": "open"}' } : line,
    );
    expect(faultsOf(changed, head)).toEqual([{ kind: 'changed', from: 3, to: 3 }]);
  });

  it('names the line after one that was changed and hashed anew', () => {
    const forged = { ...at(3), actorName: 'Ai đó' };
    const changed = lines.map((line) =>
      line.position === 3 ? { ...forged, hash: hashOf(at(2).hash, forged) } : line,
    );
    expect(faultsOf(changed, head)).toEqual([{ kind: 'changed', from: 4, to: 4 }]);
  });

  it('names what is missing: in the middle, at the beginning, at the end, all of it', () => {
    const without = (...gone: number[]) => lines.filter((line) => !gone.includes(line.position));
    expect(faultsOf(without(2, 3), head)).toEqual([{ kind: 'missing', from: 2, to: 3 }]);
    expect(faultsOf(without(1), head)).toEqual([{ kind: 'missing', from: 1, to: 1 }]);
    expect(faultsOf(without(4, 5), head)).toEqual([{ kind: 'missing', from: 4, to: 5 }]);
    expect(faultsOf([], head)).toEqual([{ kind: 'missing', from: 1, to: 5 }]);
  });

  it('names a line that was put in, beside another or behind the end', () => {
    const twin = { ...at(3), id: 'twin' };
    expect(faultsOf([...lines.slice(0, 3), twin, ...lines.slice(3)], head)).toEqual([
      { kind: 'extra', from: 3, to: 3 },
    ]);
    const next = lineOf(6, 'f');
    expect(faultsOf([...lines, { ...next, hash: hashOf(head.hash, next) }], head)).toEqual([
      { kind: 'extra', from: 6, to: 6 },
    ]);
  });

  it('names the places of two lines that changed places', () => {
    const moved = [at(1), { ...at(3), position: 2 }, { ...at(2), position: 3 }, at(4), at(5)];
    expect(faultsOf(moved, head)).toContainEqual({ kind: 'changed', from: 2, to: 2 });
  });

  it('finds any single value that was changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('at', 'id', 'act', 'actorName', 'recordId', 'requestId', 'storedAt', 'before'),
        (position, field) => {
          const changed = lines.map((line) =>
            line.position === position ? { ...line, [field]: 'khác' } : line,
          );
          expect(faultsOf(changed, head)).toEqual([{ kind: 'changed', from: position, to: position }]);
        },
      ),
    );
  });

  it('does not take words moved from one value to the next for the same', () => {
    const first = { ...lineOf(1, 'ab'), actorKind: 'c' };
    const second = { ...lineOf(1, 'a'), actorKind: 'bc' };
    expect(hashOf(chainStart.hash, first)).not.toBe(hashOf(chainStart.hash, second));
  });
});
