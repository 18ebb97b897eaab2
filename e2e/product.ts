import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productRoot } from '#platform/config/product-root.ts';

/** The product as `npm start` runs it, in a folder of its own. */
export interface RunningProduct {
  readonly address: string;
  readonly log: () => string;
  stop(): Promise<void>;
}

/** Starts the product on a free port, with its demo unless the options say `--empty`, and waits until it runs. */
export async function startProduct(...options: string[]): Promise<RunningProduct> {
  const data = mkdtempSync(join(tmpdir(), 'sauro-e2e-'));
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
  return { address, log: () => said, stop: () => stop(child, data) };
}

async function stop(child: ChildProcess, data: string): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  await rm(data, { recursive: true, force: true });
}
