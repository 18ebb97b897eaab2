import { describe, expect, it } from 'vitest';
import { fixedClock } from '#platform/clock/clock.ts';
import type { Id } from '#platform/db/id.ts';
import { proven } from './proof.ts';

const clock = fixedClock('2026-05-12T10:30:00+07:00');

function provenAfter(minutes: number): boolean {
  const provenAt = new Date(clock.now().getTime() - minutes * 60_000);
  const session = { id: 'any' as Id<'session'>, provenAt, isWithoutPlainKeys: false };
  return proven({ clock, session }).allowed;
}

describe('a proof of who somebody is', () => {
  it.each([
    [0, true],
    [9.9, true],
    [10, false],
    [-0.5, true],
    [-2, false],
    [-180, false],
  ])('given %d minutes ago holds: %s', (minutes, holds) => {
    expect(provenAfter(minutes)).toBe(holds);
  });

  it('is not given without a session', () => {
    expect(proven({ clock, session: null }).allowed).toBe(false);
  });
});
