import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  constants,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Places } from './places.ts';
import { type Programs, programPath } from './programs.ts';

/** What the server wrote about itself into its data directory. */
export type PidFile = { readonly pid: number; readonly port: number; readonly socket: string };

const FULL_LOG_BYTES = 5_000_000;

/** Reads `postmaster.pid`; undefined when there is none. */
export function readPidFile(cluster: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), socket: lines[4] ?? '' };
  } catch {
    return undefined;
  }
}

/** The server that runs on this data directory now, if its pid file speaks the truth: the process lives and was
 *  started on this directory. A number that another program received since does not count. */
export function livePostmaster(cluster: string): PidFile | undefined {
  const file = readPidFile(cluster);
  return file && isAlive(file.pid) && commandLine(file.pid).includes(cluster) ? file : undefined;
}

/** Whether a process runs. One that ended and waits for its parent to notice does not: in a container whose first
 *  process never looks, it would wait for ever. */
export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (process.platform === 'win32')
      return execFileSync('wmic', ['process', 'where', `processid=${pid}`, 'get', 'commandline'], {
        encoding: 'utf8',
      });
    return execFileSync('ps', ['-o', 'args=', '-ww', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/**
 * Makes what a dead server left harmless. PostgreSQL itself takes over a pid file whose process is gone, but refuses
 * when the number now belongs to another program of the same user, as is usual in containers. Our own number in its
 * place is one that it accepts from its parent, and its check for processes left behind still runs.
 */
export function clearRemains(places: Places): void {
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock'])
    rmSync(join(places.socket, name), { force: true });
  const path = join(places.cluster, 'postmaster.pid');
  const file = readPidFile(places.cluster);
  if (!file) return;
  const rest = readFileSync(path, 'utf8').split('\n').slice(1);
  const handle = openSync(path, constants.O_WRONLY | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0));
  writeSync(handle, [process.pid, ...rest].join('\n'));
  closeSync(handle);
}

/** Starts the server program. It is in a session of its own, so that neither Ctrl+C nor our death reaches it.
 *  @returns its pid, and a promise of the moment it ends */
export function spawnPostmaster(
  places: Places,
  programs: Programs,
  args: string[],
): { pid: number; ended: Promise<void> } {
  const log = openLog(places.log);
  try {
    const child = spawn(programPath(programs, 'postgres'), args, {
      ...places.account,
      cwd: places.base,
      detached: true,
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', SystemRoot: process.env['SystemRoot'] },
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
    child.unref();
    const ended = new Promise<void>((resolve) => {
      child.on('exit', () => resolve());
      child.on('error', () => resolve());
    });
    return { pid: child.pid ?? 0, ended };
  } finally {
    closeSync(log);
  }
}

/** The last complaint in the server's log, without its time stamp. */
export function lastComplaint(log: string): string {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-40);
  const line = lines.reverse().find((text) => /FATAL|PANIC|ERROR/.test(text)) ?? lines[0] ?? '';
  return line.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '');
}

/** Stops the server, rolling back what is open; after half a minute it is stopped without a checkpoint. */
export async function stopPostmaster(pid: number, programs: Programs): Promise<void> {
  for (const [signal, patienceMs] of [
    ['INT', 30_000],
    ['QUIT', 5_000],
  ] as const) {
    sendSignal(pid, signal, programs);
    for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(10))
      if (!isAlive(pid)) return;
  }
}

function sendSignal(pid: number, signal: 'INT' | 'QUIT', programs: Programs): void {
  try {
    if (process.platform === 'win32')
      execFileSync(programPath(programs, 'pg_ctl'), ['kill', signal, String(pid)], { stdio: 'ignore' });
    else process.kill(pid, `SIG${signal}`);
  } catch {
    // It ended by itself in the meantime.
  }
}

function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > FULL_LOG_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}
