import { describe, expect, it } from 'vitest';
import type { Ctx } from '#platform/session/ctx.ts';
import type { BulkDeed } from './bulk-list.server.ts';
import { mostAtOnce, mostRows } from './bulk-run.ts';
import { readSelected, rowsOf } from './selected-rows.server.ts';

/** A list of so many rows, all seen by everybody. */
function listOf(rows: number) {
  const targets = Array.from({ length: rows }, (_, at) => ({ id: String(at), label: `Dòng ${at}` }));
  return {
    path: '/x',
    act: 'x.x.x',
    shape: { fields: {}, sorts: ['ten'] },
    deeds: [],
    title: () => '',
    reason: (_: Ctx, code: string) => code,
    count: () => Promise.resolve({ rows, isMore: false }),
    find: (_: Ctx, ids: readonly string[]) => Promise.resolve(targets.filter(({ id }) => ids.includes(id))),
    all: (_: Ctx, _filter: unknown, most: number) => Promise.resolve(targets.slice(0, most)),
  };
}

const nobody = undefined as unknown as Ctx;
const wanting = { needsProof: true } as BulkDeed;
const asked = async (rows: number, deed: BulkDeed | undefined, given: string) => {
  const list = listOf(rows);
  const found = await rowsOf(nobody, list, readSelected(list, new URLSearchParams(given)), deed);
  return found.tooMany ?? found.targets.length;
};

describe('the rows of a deed', () => {
  it('are as many as go on in the background', async () => {
    expect(await asked(mostRows, undefined, 'tat-ca=1')).toBe(mostRows);
    expect(await asked(mostRows + 1, undefined, 'tat-ca=1')).toBe(mostRows + 1);
  });

  it('are no more than are done at once where the deed wants a proof, ticked or by filter', async () => {
    const ticked = (count: number) => Array.from({ length: count }, (_, at) => `chon=${at}`).join('&');
    expect(await asked(mostAtOnce, wanting, 'tat-ca=1')).toBe(mostAtOnce);
    for (const given of ['tat-ca=1', ticked(mostAtOnce + 1)]) {
      const list = listOf(mostAtOnce + 1);
      const found = await rowsOf(nobody, list, readSelected(list, new URLSearchParams(given)), wanting);
      expect(found).toEqual({ targets: [], tooMany: mostAtOnce + 1 });
    }
  });
});
