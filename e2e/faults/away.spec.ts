import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { Machine } from './machine.ts';
import { handIn, type UploadLedger } from './office-work.ts';
import { Person } from './person.ts';
import { until } from './program.ts';
import { untilQueueIsEmpty } from './proof.ts';

const awaySeconds = Number(process.env['FAULT_AWAY_SECONDS'] ?? 30);
/** Two questions without an answer prove that a server stands still; a machine that is busy looks later. */
const noticedWithinMs = 15_000;
const backWithinMs = 15_000;

let machine: Machine;

beforeAll(async () => {
  machine = await Machine.make();
  await machine.start('together');
  await machine.stop();
  return () => machine.remove();
});

afterEach(async () => {
  machine.signalPostgres('SIGCONT');
  await machine.stop();
});

describe('a database that is away', () => {
  it('and stands still: pages say so at once, and all goes on by itself', async () => {
    onTestFailed(() => void process.stdout.write(machine.log.slice(-8_000)));
    await machine.start('together');
    const person = new Person(machine.address);
    await person.signIn('dongky.daumoi');
    machine.signalPostgres('SIGSTOP');
    await awayAsTold(person);
    machine.signalPostgres('SIGCONT');
    await backAsBefore(person);
  });

  it('and was stopped: the same, on a server of its own', async () => {
    onTestFailed(() => void process.stdout.write(machine.log.slice(-8_000)));
    await machine.start('on-a-server');
    const person = new Person(machine.address);
    await person.signIn('dongky.daumoi');
    await machine.stopServer();
    await awayAsTold(person);
    await machine.startServer();
    await backAsBefore(person);
  });

  it('whose first process alone stands still: those who are connected work on', async () => {
    await machine.start('together');
    const person = new Person(machine.address);
    await person.signIn('dongky.daumoi');
    process.kill(machine.postmaster ?? 0, 'SIGSTOP');
    const answers: (number | undefined)[] = [];
    for (const end = Date.now() + 6_000; Date.now() < end; await sleep(200))
      answers.push((await person.get('/nhiem-vu'))?.status);
    process.kill(machine.postmaster ?? 0, 'SIGCONT');
    expect(new Set(answers)).toEqual(new Set([200]));
  });
});

/** Crowds ask while it is away. Nobody waits, and the log does not grow with them. */
async function awayAsTold(person: Person): Promise<void> {
  const crowd = Array.from({ length: 60 }, () => person.get('/nhiem-vu'));
  await until(
    async () => (await person.get('/nhiem-vu'))?.status === 503,
    noticedWithinMs,
    () => 'nobody was told that the database is away',
  );
  // Those who were there when it went are let go as well.
  for (const answer of await Promise.all(crowd)) expect([200, 503]).toContain(answer?.status);
  const linesBefore = linesOf(machine.log);
  const waits: number[] = [];
  for (const end = Date.now() + awaySeconds * 1_000; Date.now() < end; await sleep(50)) {
    const asked = performance.now();
    const answer = await person.get('/nhiem-vu');
    waits.push(performance.now() - asked);
    expect(answer?.status).toBe(503);
    expect(Number(answer?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer?.text).toContain('Hệ thống tạm thời chưa trả lời');
  }
  expect(waits.length).toBeGreaterThan(20);
  // Far above what it takes: a time-out of any kind would show.
  expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)]).toBeLessThan(1_000);
  expect(linesOf(machine.log) - linesBefore).toBeLessThan(15);
  expect((await person.post('/dang-nhap', { name: 'dongky.daumoi', password: 'sauro-demo' }))?.status).toBe(
    503,
  );
  expect(await statusOf('/healthz')).toBe(200);
  expect(await statusOf('/readyz')).toBe(503);
  const measures = await (await fetch(`${machine.address}/metrics`)).text();
  expect(measures).toContain('sauro_database_up 0');
  expect(measures).toMatch(/sauro_database_turned_away_total\{reason="away"\} [1-9]/);
}

async function backAsBefore(person: Person): Promise<void> {
  const begun = Date.now();
  await until(
    async () => (await person.get('/nhiem-vu'))?.status === 200,
    backWithinMs,
    () => 'pages did not come back',
  );
  process.stdout.write(`pages answered ${Date.now() - begun} ms after the database was back\n`);
  await machine.untilReady(backWithinMs);
  expect(machine.log.match(/"msg":"database back"/g)).not.toBeNull();
  const uploads: UploadLedger = { acknowledged: new Set(), uncertain: new Set() };
  await handIn(person, uploads, `sau-khi-ve-${begun}`);
  await untilQueueIsEmpty(machine);
}

async function statusOf(path: string): Promise<number> {
  return (await fetch(machine.address + path, { signal: AbortSignal.timeout(10_000) })).status;
}

function linesOf(log: string): number {
  return log.split('\n').length;
}
