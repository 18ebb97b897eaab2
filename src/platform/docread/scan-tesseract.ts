import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Refusal } from './refusal.ts';

const USUAL_PLACES = [
  '/usr/bin/tesseract',
  '/usr/local/bin/tesseract',
  '/opt/homebrew/bin/tesseract',
  'C:\\Program Files\\Tesseract-OCR\\tesseract.exe',
];
const LANGUAGE = 'vie';
const MOST_OUTPUT_BYTES = 16 * 1024 * 1024;
const LONGEST_MS = 120_000;

/** Where tesseract is installed; undefined where it is not. It is never looked for on a search path. */
export function findTesseract(): string | undefined {
  return USUAL_PLACES.find((path) => existsSync(path));
}

/** What a bitmap shows: a page with columns and tables, or one block of lines. */
export type Layout = 'page' | 'block';

const SEGMENTATION: Readonly<Record<Layout, string>> = { page: '3', block: '6' };

/**
 * Has tesseract recognise one bitmap and gives the table that it prints.
 *
 * Refuses with `scanned` when the program does not run or lacks Vietnamese, with `too-slow` when a page takes minutes.
 */
export function runTesseract(program: string, page: Uint8Array, layout: Layout): Promise<string> {
  const child = spawn(program, ['stdin', 'stdout', '-l', LANGUAGE, '--psm', SEGMENTATION[layout], 'tsv'], {
    // Pages are read side by side, each by one thread.
    env: { OMP_THREAD_LIMIT: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  const output: Buffer[] = [];
  let bytes = 0;
  let isSlow = false;
  const timer = setTimeout(() => {
    isSlow = true;
    child.kill('SIGKILL');
  }, LONGEST_MS);
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_OUTPUT_BYTES) child.kill('SIGKILL');
    else output.push(chunk);
  });
  // A program that ends early closes the pipe; how it ended says more.
  child.stdin.on('error', () => {});
  child.stdin.end(page);
  return new Promise((resolve, reject) => {
    const settle = (exitCode: number | null, problem?: Error): void => {
      clearTimeout(timer);
      if (exitCode === 0) resolve(Buffer.concat(output).toString('utf8'));
      else reject(new Refusal(isSlow ? 'too-slow' : 'scanned', problem));
    };
    child.once('error', (problem) => settle(null, problem));
    child.once('close', (exitCode) => settle(exitCode));
  });
}
