import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { productRoot } from '#platform/config/product-root.ts';
import { newDataFolder } from '#platform/postgres/testing-folder.ts';

/** The product as `npm start` runs it, in a folder of its own. */
export interface RunningProduct {
  readonly address: string;
  readonly log: () => string;
  stop(): Promise<void>;
}

/**
 * Starts the product on a free port, with its demo unless the options say `--empty`, and waits until it runs. The demo is
 * loaded once a run, by a first start as everybody has it; each further product begins with a copy of what that left.
 */
export async function startProduct(...options: string[]): Promise<RunningProduct> {
  const data = newDataFolder();
  if (!options.includes('--empty')) await copyDemo(data);
  return run(data, options);
}

/** Test files come one after the other (vitest.config.ts), so the first one makes what the others copy. */
async function copyDemo(data: string): Promise<void> {
  const folder = inject('demoFolder');
  const seeded = join(folder, 'seeded');
  if (!existsSync(seeded)) {
    const making = join(folder, 'making');
    const first = await run(making, []);
    await first.end();
    // Only a product that stopped well leaves a database that can be copied.
    await rename(making, seeded);
  }
  // By the system's own program, which keeps whose the files are: another account runs the database of root's tests.
  const share = process.platform === 'linux' ? ['--reflink=auto'] : [];
  await promisify(execFile)('cp', ['-a', ...share, `${seeded}/.`, data]);
}

async function run(
  data: string,
  options: readonly string[],
): Promise<RunningProduct & { end(): Promise<void> }> {
  const child = spawn(process.execPath, [join(productRoot, 'scripts', 'sauro.mjs'), 'start', ...options], {
    env: { ...process.env, SAURO_DATA: data, PORT: '0', LOG_LEVEL: 'warn', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const listen = (part: Buffer) => {
    said += part.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const address = await new Promise<string>((resolve, reject) => {
    const look = setInterval(() => {
      const found = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (found) resolve(found);
      else if (child.exitCode === null) return;
      else reject(new Error(`the product ended: ${said}`));
      clearInterval(look);
    }, 100);
  });
  const end = () => ended(child);
  const stop = async () => {
    await end();
    await rm(data, { recursive: true, force: true });
  };
  return { address, log: () => said, stop, end };
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
