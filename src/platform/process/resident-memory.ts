import { readFileSync } from 'node:fs';

/**
 * The memory that a process occupies now, in MB, pages outside the JavaScript heap included; undefined where the
 * system does not tell (no Linux, or the process is gone).
 */
export function residentMemoryMb(pid: number): number | undefined {
  let status: string;
  try {
    status = readFileSync(`/proc/${pid}/status`, 'latin1');
  } catch {
    return undefined;
  }
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
