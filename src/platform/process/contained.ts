import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { processorTimeMs, residentMemoryMb, tellsProcessUse } from './process-use.ts';

export interface ContainedRun {
  /** Arguments of `node`: the script, by its full path, and what it takes. */
  readonly args: readonly string[];
  /** What the program finds on its standard input. */
  readonly input: Uint8Array;
  readonly timeoutMs: number;
  /**
   * How long it may have a processor: what a file costs, however busy the machine is. Where the system does not tell,
   * it is held like a time-out.
   */
  readonly workMs?: number;
  /** Limit of the JavaScript heap. */
  readonly maxOldSpaceMb: number;
  /** Limit of the whole process, buffers outside the heap included; held on Linux only. */
  readonly maxRssMb: number;
  readonly maxOutputBytes: number;
  /** Told of each line "progress 3/12" that the program writes to its standard error. */
  readonly onProgress?: (done: number, total: number) => void;
}

export type ContainedResult =
  | { readonly ok: true; readonly stdout: Buffer }
  | {
      readonly ok: false;
      readonly reason: 'too-slow' | 'out-of-memory' | 'failed';
      /** Null when the program was ended by a signal, ours or the system's. */
      readonly exitCode: number | null;
      /** The last words of the program, for the log. */
      readonly stderr: string;
    };

const POLL_MS = 25;
const KEPT_STDERR_BYTES = 8 * 1024;
const PROGRESS = /^progress (\d{1,6})\/(\d{1,6})$/;
const LONGEST_PROGRESS = 40;
const OUT_OF_MEMORY = /heap out of memory|Array buffer allocation failed|Allocation failed/;

/**
 * Runs a Node program on input that nobody vouches for, in a process of its own that cannot hurt this one: bounded in
 * time, memory and output, without the environment (no address of a database, no secret) and outside our folders.
 *
 * Never rejects. The program is killed at the first limit that it meets.
 */
export function runContained(run: ContainedRun): Promise<ContainedResult> {
  const child = spawn(process.execPath, [`--max-old-space-size=${run.maxOldSpaceMb}`, ...run.args], {
    cwd: tmpdir(),
    env: neutralEnvironment(),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let breach: 'too-slow' | 'out-of-memory' | 'failed' | undefined;
  const stop = (reason: NonNullable<typeof breach>): void => {
    breach ??= reason;
    child.kill('SIGKILL');
  };
  const { workMs = run.timeoutMs } = run;
  const timer = setTimeout(() => stop('too-slow'), tellsProcessUse ? run.timeoutMs : workMs);
  const poll = setInterval(() => {
    if (child.pid === undefined) return;
    if ((residentMemoryMb(child.pid) ?? 0) > run.maxRssMb) stop('out-of-memory');
    else if (run.workMs && (processorTimeMs(child.pid) ?? 0) > run.workMs) stop('too-slow');
  }, POLL_MS);

  const output: Buffer[] = [];
  let outputBytes = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    outputBytes += chunk.length;
    if (outputBytes > run.maxOutputBytes) stop('failed');
    else output.push(chunk);
  });
  let stderr = Buffer.alloc(0);
  const progress = run.onProgress && progressReader(run.onProgress);
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = Buffer.concat([stderr, chunk]).subarray(-KEPT_STDERR_BYTES);
    progress?.(chunk.toString('latin1'));
  });
  // A program that ends before it has read everything closes the pipe; how it ended says more.
  child.stdin.on('error', () => {});
  child.stdin.end(run.input);

  return new Promise((resolve) => {
    const settle = (exitCode: number | null, problem?: Error): void => {
      clearTimeout(timer);
      clearInterval(poll);
      const words = problem?.message ?? stderr.toString('utf8');
      if (breach === undefined && exitCode === 0) resolve({ ok: true, stdout: Buffer.concat(output) });
      else {
        const reason = breach ?? (OUT_OF_MEMORY.test(words) ? 'out-of-memory' : 'failed');
        resolve({ ok: false, reason, exitCode, stderr: words });
      }
    };
    child.once('error', (problem) => settle(null, problem));
    child.once('close', (exitCode) => settle(exitCode));
  });
}

/** Takes what a program says piece by piece and tells of each whole progress line. */
function progressReader(tell: (done: number, total: number) => void): (piece: string) => void {
  let unfinished = '';
  return (piece) => {
    const lines = `${unfinished}${piece}`.split('\n');
    unfinished = (lines.pop() ?? '').slice(-LONGEST_PROGRESS);
    for (const line of lines) {
      const [, done, total] = PROGRESS.exec(line) ?? [];
      if (done !== undefined && total !== undefined) tell(Number(done), Number(total));
    }
  };
}

/** Windows finds its own libraries by these; elsewhere a Node program needs none. */
function neutralEnvironment(): NodeJS.ProcessEnv {
  const { SystemRoot, TEMP } = process.env;
  return {
    NODE_ENV: 'production',
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
    ...(TEMP === undefined ? {} : { TEMP }),
  };
}
