import { describe, expect, it } from 'vitest';
import { readByteRange } from './byte-range.ts';

describe('a range of bytes', () => {
  it.each<[string, object]>([
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=10-', { first: 10, last: 99 }],
    ['bytes=10-19', { first: 10, last: 19 }],
    ['bytes=90-500', { first: 90, last: 99 }],
    ['bytes=-5', { first: 95, last: 99 }],
    ['bytes=-500', { first: 0, last: 99 }],
  ])('%s of a hundred', (header, range) => {
    expect(readByteRange(header, 100)).toEqual(range);
  });

  it.each(['bytes=100-', 'bytes=100-200', 'bytes=-0'])('%s lies outside a hundred', (header) => {
    expect(readByteRange(header, 100)).toBe('outside');
  });

  it.each([undefined, '', 'bytes=-', 'bytes=5-1', 'bytes=0-1,5-6', 'lines=0-1', 'bytes=a-b', 'bytes=0x1-2'])(
    '%j is answered whole',
    (header) => {
      expect(readByteRange(header, 100)).toBeUndefined();
    },
  );
});
