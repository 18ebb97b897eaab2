import { describe, expect, it } from 'vitest';
import { checkRoom } from './cluster.ts';

const MEGABYTE = 1024 * 1024;

describe('room on the disk', () => {
  it('is asked for more when a cluster must be made', () => {
    expect(() => checkRoom('/data', 100 * MEGABYTE, false)).not.toThrow();
    expect(() => checkRoom('/data', 100 * MEGABYTE, true)).toThrow(/100 MB/);
  });

  it('is refused with what to free', () => {
    expect(() => checkRoom('/data', 10 * MEGABYTE, false)).toThrow(/free at least 40 MB/);
  });
});
