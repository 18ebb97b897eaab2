import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startAlone } from './start-lock.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sauro-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('starting alone', () => {
  it('is for one at a time, and leaves nothing behind', async () => {
    let [inside, most] = [0, 0];
    await Promise.all(
      Array.from({ length: 5 }, () =>
        startAlone(folder, async () => {
          inside += 1;
          most = Math.max(most, inside);
          await sleep(20);
          inside -= 1;
        }),
      ),
    );
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('lets the next in when one fails', async () => {
    await expect(startAlone(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await startAlone(folder, () => Promise.resolve('yes'))).toBe('yes');
  });

  it.each([
    ['a program that died', '4194000'],
    ['a program that had our number before us', String(process.pid)],
    ['nobody, cut short by a crash', ''],
  ])('takes over from %s', async (_, left) => {
    writeFileSync(join(folder, 'starting'), left);
    expect(await startAlone(folder, () => Promise.resolve('in'))).toBe('in');
  });
});
