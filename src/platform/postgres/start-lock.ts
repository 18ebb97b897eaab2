import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './postmaster.ts';
import { hasCode } from './refuse.ts';

/** Locks that this very process holds: its number in any other is from a process before it. */
const held = new Set<string>();

const lookEveryMs = 50;
/** Longer than any start takes: whoever holds it still has another program's number by now. */
const forgottenAfterMs = 150_000;

/**
 * Lets one program at a time start the server of a cluster. Two that find none, as after a crash of both, would each
 * take the other's pid file and socket for remains of the dead; the loser's server ends itself a minute later. Who
 * waited finds the server of the other running. A lock whose holder died is taken over.
 */
export async function startAlone<Result>(base: string, work: () => Promise<Result>): Promise<Result> {
  const path = join(base, 'starting');
  while (!take(path)) await sleep(lookEveryMs);
  held.add(path);
  try {
    return await work();
  } finally {
    held.delete(path);
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  if (isForgotten(path)) moveAside(path);
  return false;
}

/** In a container programs have the same number after each start. */
function isForgotten(path: string): boolean {
  if (held.has(path)) return false;
  try {
    const holder = Number(readFileSync(path, 'utf8'));
    const age = Math.abs(Date.now() - statSync(path).mtimeMs);
    // Between making a file and writing into it lies a moment.
    if (holder === 0) return age > lookEveryMs * 10;
    return holder === process.pid || !isAlive(holder) || age > forgottenAfterMs;
  } catch {
    return false;
  }
}

/** Of two who find it forgotten, one can move it. */
function moveAside(path: string): void {
  const aside = `${path}-${process.pid}`;
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch {
    // The other was quicker.
  }
}
