import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { Machine } from './machine.ts';

export type Blow = 'program' | 'worker' | 'postmaster' | 'backend' | 'everything';
const blows: readonly Blow[] = ['program', 'worker', 'postmaster', 'backend', 'backend', 'everything'];

/** How many blows may fall before the product has answered again. */
const mostInARow = 2;

/**
 * Strikes at random moments until it is told that the work is done. One blow in three falls while the product still
 * gets up from the one before; after two it is let come to its feet, or work would never end.
 */
export async function storm(machine: Machine, chance: Chance, isOver: () => boolean): Promise<Blow[]> {
  const struck: Blow[] = [];
  let inARow = 0;
  while (!isOver()) {
    await sleep(chance.between(500, 4_000));
    if (isOver()) break;
    const blow = chance.pick(blows);
    if (!strike(machine, chance, blow)) continue;
    struck.push(blow);
    inARow += 1;
    if (inARow < mostInARow && chance.between(0, 3) < 1) continue;
    await machine.untilReady();
    inARow = 0;
  }
  return struck;
}

/** Kills without warning; false when what was to be killed was dead already. */
export function strike(machine: Machine, chance: Chance, blow: Blow): boolean {
  const { programs, postmaster, backends } = machine;
  const program = programs.get('all') ?? programs.get('web');
  const targets: Record<Blow, (number | undefined)[]> = {
    program: [program?.pid],
    worker: [(programs.get('worker') ?? program)?.pid],
    postmaster: [postmaster],
    backend: backends.length > 0 ? [chance.pick(backends)] : [],
    everything: [...[...programs.values()].map(({ pid }) => pid), postmaster],
  };
  const pids = targets[blow].filter((pid) => pid !== undefined);
  for (const pid of pids) kill(pid);
  return pids.length > 0;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It died by itself a moment before.
  }
}
