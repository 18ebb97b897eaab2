import { describe, expect, it } from 'vitest';
import { compoundFile } from './bombs.fixtures.ts';
import { openCompoundFile } from './compound-file.ts';

describe('an old compound file', () => {
  it('names its streams and gives their bytes', () => {
    const bytes = compoundFile('Một');
    bytes.set([1, 2, 3], 512 * 3);
    const file = openCompoundFile(bytes);
    expect([file.has('Một'), file.has('Hai')]).toEqual([true, false]);
    expect(file.stream('Hai')).toBeUndefined();
    expect(file.stream('Một')?.length).toBe(512);
    expect(file.stream('Một')?.u32(0)).toBe(0x030201);
  });

  it('is refused when its sectors run in a circle', () => {
    expect(() => openCompoundFile(compoundFile('x', [0xfffffffd, 1])).stream('x')).toThrow('damaged');
    const circle = compoundFile('x', [0xfffffffd, 0xfffffffe, 2]);
    expect(() => openCompoundFile(circle).stream('x')).toThrow('damaged');
  });

  it('is refused when its table of sectors goes on for ever, or names more sectors than there are', () => {
    const endless = compoundFile('x');
    new DataView(endless.buffer, endless.byteOffset).setUint32(68, 2, true);
    expect(() => openCompoundFile(endless)).toThrow('damaged');
    const many = compoundFile('x');
    many.fill(0, 76, 512);
    expect(() => openCompoundFile(many)).toThrow('damaged');
  });

  it('is refused when a stream lies beyond its end', () => {
    expect(() => openCompoundFile(compoundFile('x').subarray(0, 512 * 3)).stream('x')).toThrow('truncated');
    expect(() => openCompoundFile(compoundFile('x').subarray(0, 100))).toThrow('truncated');
  });
});
