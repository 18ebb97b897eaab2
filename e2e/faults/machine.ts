import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { productRoot } from '#platform/config/product-root.ts';
import { freePort } from '#platform/http/free-port.ts';
import { createLog } from '#platform/log/log.ts';
import { type BundledServer, connectionFor } from '#platform/postgres/connection.ts';
import { livePostmaster } from '#platform/postgres/postmaster.ts';
import { type RunningPostgres, startPostgres } from '#platform/postgres/supervisor.ts';
import { newDataFolder } from '#platform/postgres/testing-folder.ts';
import { Program, until } from './program.ts';

/** How the parts stand: in one process, apart on the PostgreSQL that comes along, or apart on a server of its own. */
export type Layout = 'together' | 'apart' | 'on-a-server';
export const layouts: readonly Layout[] = ['together', 'apart', 'on-a-server'];

const startPatienceMs = 120_000;

/** One machine with the product on it, which keeps its data from one start to the next. */
export class Machine {
  readonly programs = new Map<'all' | 'web' | 'worker', Program>();
  #server: RunningPostgres | undefined;

  private constructor(
    readonly data: string,
    readonly port: number,
    readonly env: Readonly<Record<string, string>>,
  ) {}

  /** A machine with an empty data folder; the demo comes with the first start. */
  static async make(env: Readonly<Record<string, string>> = {}, data = newDataFolder()): Promise<Machine> {
    return new Machine(data, await freePort(), env);
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get log(): string {
    return [...this.programs.values()].map(({ said }) => said).join('\n');
  }

  /** Starts the parts and waits until pages are answered. */
  async start(layout: Layout, before: readonly string[] = []): Promise<void> {
    this.programs.clear();
    const env = { SAURO_DATA: this.data, PORT: String(this.port), ...this.env };
    if (layout === 'on-a-server') {
      const { host, database } = await this.startServer();
      Object.assign(env, {
        DATABASE_URL: `postgres://sauro@localhost/${database}?host=${encodeURIComponent(host)}`,
      });
    }
    if (layout === 'together') this.programs.set('all', new Program(['start'], env, before));
    else {
      this.programs.set('web', new Program(['web'], env, before));
      this.programs.set('worker', new Program(['worker'], env, before));
    }
    await this.untilReady();
    if (layout !== 'together')
      await until(
        () => /background work is running/.test(this.log),
        startPatienceMs,
        () => this.log,
      );
  }

  /** Starts the PostgreSQL that stands apart from the product; as under a service manager, it is started again. */
  async startServer(): Promise<BundledServer> {
    const log = createLog('silent');
    const onLost = () => void this.startServer();
    this.#server = await startPostgres({ dataFolder: this.data, log, ifRunning: 'refuse', onLost });
    return this.#server.server as BundledServer;
  }

  async stopServer(): Promise<void> {
    await this.#server?.stop();
    this.#server = undefined;
  }

  /** Waits until the product says that it can answer pages. */
  untilReady(patienceMs = startPatienceMs): Promise<void> {
    return until(
      () => this.isReady(),
      patienceMs,
      () => `not ready: ${this.log.slice(-3_000)}`,
    );
  }

  async isReady(): Promise<boolean> {
    const asked = fetch(`${this.address}/readyz`, { signal: AbortSignal.timeout(10_000) });
    return asked.then(
      (answer) => answer.ok,
      () => false,
    );
  }

  /** Stops everything in order; gives how each program ended. */
  async stop(): Promise<(number | string | null)[]> {
    // Whoever answers for the PostgreSQL that comes along goes last: it takes it down with it.
    const ends = await Promise.all([...this.programs.values()].map((program) => program.stop()));
    await this.stopServer();
    return ends;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.data, { recursive: true, force: true });
  }

  get postmaster(): number | undefined {
    return livePostmaster(join(this.data, 'postgres'))?.pid;
  }

  /** The processes of PostgreSQL that serve connections of the product. */
  get backends(): number[] {
    const { postmaster } = this;
    return childrenOf(postmaster).filter((pid) => commandOf(pid).startsWith('postgres: sauro sauro'));
  }

  /** Sends a signal to all processes of PostgreSQL. */
  signalPostgres(signal: NodeJS.Signals): void {
    const { postmaster } = this;
    if (postmaster === undefined) return;
    // The first of them is told first, so that it starts no other meanwhile.
    process.kill(postmaster, signal);
    for (const pid of childrenOf(postmaster)) {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended by itself between the look and the signal.
      }
    }
  }

  /** Runs a command of the product beside the one that runs, and gives what it said. */
  async run(args: readonly string[]): Promise<{ code: number | null; said: string }> {
    const env = { ...process.env, SAURO_DATA: this.data, PORT: String(this.port), LOG_LEVEL: 'silent' };
    const child = spawn(process.execPath, [join(productRoot, 'scripts', 'sauro.mjs'), ...args], { env });
    let said = '';
    const listen = (part: Buffer) => (said += part.toString());
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, said };
  }

  /** Looks at the tables as the owner, behind row-level security. */
  async look<Row extends pg.QueryResultRow>(query: string, values: unknown[] = []): Promise<Row[]> {
    const host = join(this.data, 'socket');
    const server: BundledServer = { kind: 'bundled', host, port: 5432, database: 'sauro' };
    const client = new pg.Client(connectionFor(server, 'migrator'));
    await client.connect();
    try {
      return (await client.query<Row>(query, values)).rows;
    } finally {
      await client.end();
    }
  }
}

function childrenOf(parent: number | undefined): number[] {
  if (parent === undefined) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => Number(/\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1]) === parent);
}

function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
