import { readFileSync } from 'node:fs';

/** True where a system tells what another process uses. */
export const tellsProcessUse = process.platform === 'linux';

/** What the kernel counts processor time in, for every program that asks it, on every machine. */
const TICK_MS = 10;

/**
 * The memory that a process occupies now, in MB, pages outside the JavaScript heap included; undefined where the
 * system does not tell (no Linux, or the process is gone).
 */
export function residentMemoryMb(pid: number): number | undefined {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(told(pid, 'status') ?? '')?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** How long a process has had a processor, all of its threads together, in ms; undefined where the system is silent. */
export function processorTimeMs(pid: number): number | undefined {
  // The name of the program, in brackets, may hold blanks and brackets; its times are the 12th and 13th word after it.
  const words = told(pid, 'stat')?.split(') ').at(-1)?.split(' ');
  const [user, system] = [Number(words?.[11]), Number(words?.[12])];
  return Number.isFinite(user + system) ? (user + system) * TICK_MS : undefined;
}

function told(pid: number, file: 'stat' | 'status'): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return undefined;
  }
}
