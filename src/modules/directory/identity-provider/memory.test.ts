import { describe, expect, it } from 'vitest';
import { readMemory, writeMemory } from './memory.ts';

describe('what is remembered while the person is away', () => {
  it('comes back as it was, dots and quotes included', () => {
    const memory = '{"state":"a.b","nonce":"c"}';
    const back = '/nhiem-vu?tim=v1.2';
    expect(readMemory(writeMemory(memory, back))).toEqual({ memory, back });
  });

  it.each([undefined, '', 'a', 'a.b.c', '%.x', '%ff.x'])(
    'is nothing when it cannot be ours: %s',
    (cookie) => {
      expect(readMemory(cookie)).toBeUndefined();
    },
  );
});
