import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { livePostmaster } from '#platform/postgres/postmaster.ts';

type Program = {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
};

let dataFolder: string;
let port: number;
const programs: Program[] = [];

beforeEach(async () => {
  dataFolder = mkdtempSync('/tmp/sauro-start-');
  chmodSync(dataFolder, 0o711);
  port = await freePort();
});

afterEach(async () => {
  for (const { child, exit } of programs.splice(0)) {
    child.kill('SIGTERM');
    await exit;
  }
  rmSync(dataFolder, { recursive: true, force: true });
});

describe('start', () => {
  it('serves, and stops with everything it started when asked', async () => {
    const program = await serving();
    expect(program.output()).toContain(`http://localhost:${port}`);
    expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
    program.child.kill('SIGTERM');
    expect(await program.exit).toBe(0);
    expect(livePostmaster(join(dataFolder, 'postgres'))).toBeUndefined();
  });

  it('says where the product runs when it runs already', async () => {
    await serving();
    const second = start();
    expect(await second.exit).toBe(1);
    expect(sentences(second)).toEqual([
      expect.stringContaining(`đang chạy trên thư mục dữ liệu này tại http://localhost:${port}`),
      expect.stringContaining(`at http://localhost:${port}`),
    ]);
  });

  it('works again after it was killed', async () => {
    const program = await serving();
    program.child.kill('SIGKILL');
    await program.exit;
    await serving();
    expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
  });

  it('says what to do when the port is taken, and leaves nothing running', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const program = start();
    expect(await program.exit).toBe(1);
    expect(sentences(program)).toContainEqual(expect.stringContaining(`Port ${port} is in use`));
    expect(livePostmaster(join(dataFolder, 'postgres'))).toBeUndefined();
    other.close();
  });
});

function start(): Program {
  const program = fileURLToPath(new URL('../testing-program.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, 'start'], {
    env: {
      ...process.env,
      PORT: String(port),
      SAURO_DATA: dataFolder,
      SAURO_DEMO: 'off',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exit = once(child, 'close').then(([code]) => code as number | null);
  const started = { child, output: () => said, exit };
  programs.push(started);
  return started;
}

async function serving(): Promise<Program> {
  const program = start();
  let ended = false;
  void program.exit.then(() => {
    ended = true;
  });
  while (!program.output().includes('Ctrl+C')) {
    if (ended) throw new Error(program.output());
    await new Promise((done) => setTimeout(done, 20));
  }
  return program;
}

/** What was said to the person: the lines that are ours. */
function sentences(program: Program): string[] {
  return program
    .output()
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('Your pool'));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
