import { describe, expect, it } from 'vitest';
import { type ChainLine, chainStart, hashOf } from './chain.ts';
import { checkExport, type ExportHeader, NoExport, toJsonLines } from './export-file.ts';

const lines: ChainLine[] = [];
let last = chainStart;
for (let position = 1; position <= 6; position += 1) {
  const content = {
    position,
    tenantId: 't',
    at: '2026-05-12T03:30:00.000000Z',
    id: String(position),
    act: 'planning.task.assign',
    actorKind: 'person',
    actorId: 'a',
    actorName: 'Trần Văn Đức',
    recordKind: 'task',
    recordId: 'r',
    before: '{"dueOn": null}',
    after: '{"dueOn": "2026-06-30"}',
    requestId: 'q',
    remoteAddress: '10.0.0.1',
    storedAt: null,
  };
  last = { position, hash: hashOf(last.hash, content) };
  lines.push({ ...content, hash: last.hash });
}

const at = (position: number) => ({ position, hash: lines[position - 1]?.hash ?? chainStart.hash });

function fileOf(from: number, to: number): string {
  const header: ExportHeader = {
    kind: 'sauro-audit',
    version: 1,
    tenantId: 't',
    tenantName: 'xã Thử',
    exportedAt: '2026-05-12T03:30:00Z',
    after: at(from - 1),
    to: at(to),
    chain: at(6),
  };
  return toJsonLines(header, lines.slice(from - 1, to));
}

async function* read(text: string) {
  yield* text.split('\n');
}

describe('an exported file', () => {
  it('proves itself, as a whole and in part', async () => {
    expect(await checkExport(read(fileOf(1, 6)))).toMatchObject({ lines: 6, faults: [] });
    expect(await checkExport(read(fileOf(3, 5)))).toMatchObject({ lines: 3, faults: [] });
  });

  it('tells which line was changed, taken out or moved', async () => {
    const changed = fileOf(1, 6).replace('"position":4,"tenantId":"t"', '"position":4,"tenantId":"u"');
    expect((await checkExport(read(changed))).faults).toEqual([{ kind: 'changed', from: 4, to: 4 }]);
    const rows = fileOf(1, 6).split('\n');
    const without = rows.filter((_, index) => index !== 3).join('\n');
    expect((await checkExport(read(without))).faults).toEqual([{ kind: 'missing', from: 3, to: 3 }]);
    const cut = rows.slice(0, 5).join('\n');
    expect((await checkExport(read(cut))).faults).toEqual([{ kind: 'missing', from: 5, to: 6 }]);
    const moved = [rows[0], rows[2], rows[1], ...rows.slice(3)].join('\n');
    expect((await checkExport(read(moved))).faults[0]).toMatchObject({ from: 1 });
  });

  it.each([
    ['', 1],
    ['hash,act\n1,2', 1],
    ['{}', 1],
    [`${fileOf(1, 2)}{"position": 3}`, 4],
    [`${fileOf(1, 2)}\u0000`, 4],
  ])('that is none is refused with the line: %j', async (text, line) => {
    const problem = await checkExport(read(text)).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(NoExport);
    expect((problem as NoExport).lineNumber).toBe(line);
  });
});
