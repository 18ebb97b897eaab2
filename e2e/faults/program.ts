import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { productRoot } from '#platform/config/product-root.ts';

const restartAfterMs = 200;

/** A command of the product as a service manager runs it: when it dies, it is started again. */
export class Program {
  #child: ChildProcess | undefined;
  #said = '';
  #isWanted = true;
  starts = 0;
  /** How it ended each time, as its exit code or signal. */
  readonly ends: (number | string | null)[] = [];

  constructor(
    readonly args: readonly string[],
    readonly env: Readonly<Record<string, string>>,
    readonly before: readonly string[] = [],
  ) {
    this.#start();
  }

  get said(): string {
    return this.#said;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** Asks it to end and waits until it has; gives its exit code. */
  async stop(): Promise<number | string | null> {
    this.#isWanted = false;
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
    }
    return this.ends.at(-1) ?? null;
  }

  #start(): void {
    this.starts += 1;
    const [command = '', ...rest] = [
      ...this.before,
      process.execPath,
      join(productRoot, 'scripts', 'sauro.mjs'),
      ...this.args,
    ];
    const child = spawn(command, rest, {
      env: { ...process.env, LOG_LEVEL: 'info', DATABASE_URL: '', ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const listen = (part: Buffer) => (this.#said += part.toString());
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('close', (code, signal) => {
      this.ends.push(signal ?? code);
      if (this.#isWanted) setTimeout(() => this.#isWanted && this.#start(), restartAfterMs);
    });
    this.#child = child;
  }
}

/** Waits until something holds; throws what is given after the patience is over. */
export async function until(
  holds: () => Promise<boolean> | boolean,
  patienceMs: number,
  otherwise: () => string,
): Promise<void> {
  for (const end = Date.now() + patienceMs; ; await sleep(50)) {
    if (await holds()) return;
    if (Date.now() > end) throw new Error(otherwise());
  }
}
