import { describe, expect, it } from 'vitest';
import type { SystemState } from './system-state.server.ts';
import { judgeSystem, queueAgeSeconds } from './verdict.ts';

const at = new Date('2026-05-12T03:30:00Z');

function state(changes: Partial<SystemState> = {}): SystemState {
  return {
    at,
    missingMigrations: 0,
    workerSeenAt: ago(10),
    queue: { waiting: 0, waitingSince: null, givenUp: 0, heldSince: null },
    lastBackup: { madeAt: ago(3_600), fileName: 'a.tar.gz', byteCount: 1 },
    lastRehearsal: tried(3_600, 0),
    ...changes,
  };
}

describe('the verdict on the system', () => {
  it('is good when everything runs', () => {
    expect(new Set(Object.values(judgeSystem(state())))).toEqual(new Set(['good']));
  });

  it('misses a worker that is silent or never was', () => {
    expect(judgeSystem(state({ workerSeenAt: ago(61) })).worker).toBe('bad');
    expect(judgeSystem(state({ workerSeenAt: null })).worker).toBe('bad');
  });

  it.each([
    [0, 0, 'good'],
    [299, 0, 'good'],
    [301, 0, 'attention'],
    [1_801, 0, 'bad'],
    [0, 1, 'attention'],
  ])('judges a queue that has waited %i s with %i given up as %s', (seconds, givenUp, verdict) => {
    const queue = { waiting: 1, waitingSince: ago(seconds), givenUp, heldSince: null };
    expect(judgeSystem(state({ queue })).queue).toBe(verdict);
    expect(queueAgeSeconds(state({ queue }))).toBe(seconds);
  });

  it.each([
    [25, 'good'],
    [27, 'attention'],
    [24 * 8, 'bad'],
  ])('judges a backup of %i hours ago as %s', (hours, verdict) => {
    const lastBackup = { madeAt: ago(hours * 3_600), fileName: 'a.tar.gz', byteCount: 1 };
    expect(judgeSystem(state({ lastBackup })).backup).toBe(verdict);
  });

  it.each([
    [tried(34 * 86_400, 0), 'good'],
    [tried(36 * 86_400, 0), 'attention'],
    [tried(60, 1), 'bad'],
    [undefined, 'attention'],
  ])('judges a trial of a restore: %j as %s', (lastRehearsal, verdict) => {
    expect(judgeSystem(state({ lastRehearsal })).restore).toBe(verdict);
  });

  it('says that no backup was ever made', () => {
    expect(judgeSystem(state({ lastBackup: undefined })).backup).toBe('bad');
  });
});

function tried(seconds: number, faults: number): NonNullable<SystemState['lastRehearsal']> {
  const backup = { madeAt: ago(seconds), fileName: 'a.tar.gz', byteCount: 1 };
  return { ...backup, rowCount: 1, audit: { lines: 9, faults } };
}

function ago(seconds: number): Date {
  return new Date(at.getTime() - seconds * 1_000);
}
