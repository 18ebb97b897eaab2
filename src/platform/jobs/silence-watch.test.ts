import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silenceWatch } from './silence-watch.ts';

const second = 1_000;

function watch() {
  const { silent } = silenceWatch(20 * second, 10 * second);
  return (atSecond: number, signs: Record<string, string | null>) =>
    silent(new Map(Object.entries(signs)), atSecond * second);
}

describe('the watch over silence', () => {
  it('finds who gave no sign for twenty seconds, and nobody else', () => {
    const look = watch();
    for (const at of [0, 5, 10, 15]) expect(look(at, { dead: 'a', alive: String(at) })).toEqual([]);
    expect(look(20, { dead: 'a', alive: '20' })).toEqual(['dead']);
  });

  it('finds one whom nobody ever spoke for', () => {
    const look = watch();
    for (const at of [0, 8, 16]) expect(look(at, { nobody: null })).toEqual([]);
    expect(look(24, { nobody: null })).toEqual(['nobody']);
  });

  it('counts anew after a pause in which nobody could speak', () => {
    const look = watch();
    for (const at of [0, 5, 10]) look(at, { stopped: 'a' });
    expect(look(45, { stopped: 'a' })).toEqual([]);
    expect(look(50, { stopped: 'b' })).toEqual([]);
  });

  it('never takes one for dead who speaks at each look, whatever the times are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 })), (pauses) => {
        const look = watch();
        let at = 0;
        pauses.forEach((pause, count) => {
          at += pause;
          expect(look(at, { alive: String(count) })).toEqual([]);
        });
      }),
    );
  });
});
