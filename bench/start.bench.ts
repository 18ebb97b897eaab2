/**
 * From `npm start` to the first answered page, the whole process: once on an empty folder, where the database is made and
 * the demo loaded (fails over 9 s), and three times with data present (fails over 4 s).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productRoot } from '#platform/config/product-root.ts';
import { freePort } from '#platform/http/free-port.ts';
import { median } from './median.ts';

const firstBarMs = 9_000;
const barMs = 4_000;
const data = mkdtempSync(join(tmpdir(), 'sauro-start-'));
const port = await freePort();

try {
  const first = await startOnce();
  console.log(`first start on an empty folder, demo included: ${first.toFixed(0)} ms (bar ${firstBarMs} ms)`);
  const took = median([await startOnce(), await startOnce(), await startOnce()]);
  console.log(`start with data present to first answer: median ${took.toFixed(0)} ms (bar ${barMs} ms)`);
  if (first > firstBarMs || took > barMs) process.exitCode = 1;
} finally {
  rmSync(data, { recursive: true, force: true });
}

async function startOnce(): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(productRoot, 'scripts', 'sauro.mjs'), 'start'], {
    env: { ...process.env, SAURO_DATA: data, PORT: String(port), LOG_LEVEL: 'error', DATABASE_URL: '' },
    stdio: 'ignore',
  });
  await answers(child);
  const taken = performance.now() - begun;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return taken;
}

async function answers(child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the product ended instead of answering');
}
