import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '#platform/http/free-port.ts';
import { livePostmaster } from '#platform/postgres/postmaster.ts';
import { newDataFolder } from '#platform/postgres/testing-folder.ts';
import { patience, type Program, runProgram, untilServing } from './testing-command.ts';

let dataFolder: string;
let port: number;
const programs: Program[] = [];

beforeEach(async () => {
  dataFolder = newDataFolder();
  port = await freePort();
});

afterEach(async () => {
  for (const { child, exit } of programs.splice(0)) {
    child.kill('SIGTERM');
    await exit;
  }
  rmSync(dataFolder, { recursive: true, force: true });
});

describe('start', patience, () => {
  it('serves, and stops with everything it started when asked', async () => {
    const program = await serving();
    expect(program.output()).toContain(`http://localhost:${port}`);
    expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
    program.child.kill('SIGTERM');
    expect(await program.exit).toBe(0);
    expect(livePostmaster(join(dataFolder, 'postgres'))).toBeUndefined();
  });

  it('finishes a request that is under way when it is asked to stop, and takes no other', async () => {
    const program = await serving();
    const address = `http://localhost:${port}`;
    const form = 'name=nobody&password=wrong';
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.write(
      `POST /dang-nhap HTTP/1.1\r\nhost: localhost:${port}\r\norigin: ${address}\r\n` +
        `content-type: application/x-www-form-urlencoded\r\ncontent-length: ${form.length}\r\n\r\n${form.slice(0, 9)}`,
    );
    // Answered only when the bytes before have been taken in.
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    program.child.kill('SIGTERM');
    while (await fetch(`${address}/healthz`).then(ok, () => false)) await new Promise(setImmediate);
    socket.write(form.slice(9));
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 422 /);
    expect(await program.exit).toBe(0);
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

  it('lets a worker on its own be watched', async () => {
    await serving();
    const workerPort = await freePort();
    const worker = runProgram(['worker'], { SAURO_DATA: dataFolder, SAURO_WORKER_PORT: String(workerPort) });
    programs.unshift(worker);
    while (!worker.output().includes('background work is running'))
      await new Promise((done) => setTimeout(done, 20));
    const measures = await fetch(`http://127.0.0.1:${workerPort}/metrics`);
    expect(await measures.text()).toContain('sauro_job_duration_seconds');
    expect((await fetch(`http://127.0.0.1:${workerPort}/dang-nhap`)).status).toBe(404);
    worker.child.kill('SIGTERM');
    expect(await worker.exit).toBe(0);
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
  const started = runProgram(['start'], { PORT: String(port), SAURO_DATA: dataFolder });
  programs.push(started);
  return started;
}

function serving(): Promise<Program> {
  return untilServing(start());
}

/** What was said to the person: the lines that are ours. */
function sentences(program: Program): string[] {
  return program
    .output()
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('Your pool'));
}

function ok(answer: Response): boolean {
  return answer.ok;
}
