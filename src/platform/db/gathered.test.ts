import { expect, it } from 'vitest';
import type { Db } from './db.ts';
import { forgetGatheredSince, gather, gatheredSoFar, writeGathered } from './gathered.ts';

const transaction = () => ({}) as Db;

function collector() {
  const written: number[][] = [];
  return {
    written,
    write: async (_db: Db, items: readonly number[]) => {
      written.push([...items]);
    },
  };
}

it('writes five hundred things at once, once, and another kind apart', async () => {
  const [db, one, other] = [transaction(), collector(), collector()];
  for (let n = 0; n < 500; n += 1) gather(db, one, n);
  gather(db, other, 7);
  await writeGathered(db);
  await writeGathered(db);
  expect(one.written.map((items) => items.length)).toEqual([500]);
  expect(other.written).toEqual([[7]]);
});

it('forgets what a refused act gathered, and keeps transactions apart', async () => {
  const [db, elsewhere, one] = [transaction(), transaction(), collector()];
  gather(db, one, 1);
  const before = gatheredSoFar(db);
  gather(db, one, 2);
  gather(elsewhere, one, 3);
  forgetGatheredSince(db, before);
  await writeGathered(db);
  expect(one.written).toEqual([[1]]);
  await writeGathered(elsewhere);
  expect(one.written).toEqual([[1], [3]]);
});
