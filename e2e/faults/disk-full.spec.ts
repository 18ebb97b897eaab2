import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readdirSync, rmSync, statfsSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { newDataFolder } from '#platform/postgres/testing-folder.ts';
import { Machine } from './machine.ts';
import { beginTask, doNext, type TaskLedger } from './office-work.ts';
import { Person } from './person.ts';
import { until } from './program.ts';
import { proveDeeds } from './proof.ts';

const diskMegabytes = 320;
const megabyte = 1024 * 1024;

let disk: string;
let machine: Machine;

/** A disk of its own needs root; elsewhere nothing is small enough to be filled without harm. */
const mayMount = process.getuid?.() === 0;

beforeAll(async () => {
  if (!mayMount) return;
  disk = newDataFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m,mode=0711`, 'tmpfs', disk]);
  const data = join(disk, 'data');
  mkdirSync(data);
  chmodSync(data, 0o711);
  machine = await Machine.make({}, data);
  await machine.start('together');
});

afterAll(async () => {
  if (!mayMount) return;
  await machine.stop();
  execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true });
});

describe.runIf(mayMount)('a full disk', () => {
  it('loses nothing that was acknowledged, says what to do, and is over when there is room again', async () => {
    onTestFailed(() => void process.stdout.write(machine.log.slice(-8_000)));
    const since = new Date();
    const person = new Person(machine.address);
    await person.signIn('dongky.daumoi');
    const ledger = await beginTask(person, 0);
    for (let deed = 0; deed < 10; deed += 1) await doNext(person, ledger, `trước ${deed}`);

    fill();
    const refusals = await writeUntilRefused(person);
    expect(refusals.text).toMatch(/hết chỗ lưu|tạm thời chưa trả lời/);
    expect(Number(refusals.headers.get('retry-after'))).toBeGreaterThan(0);
    await until(
      () => /the disk of the database is full|no room on the disk/.test(machine.log),
      30_000,
      () => 'the log does not say that the disk is full',
    );
    const doctor = await machine.run(['doctor']);
    expect(doctor.code).toBe(1);
    expect(doctor.said).toMatch(/Not enough room|free|room/i);
    const backup = await machine.run(['backup']);
    expect(backup.code).toBe(1);
    expect(backup.said).not.toContain('at async');
    const folder = join(machine.data, 'backups');
    expect(readdirSync(disk)).not.toContain('backups');
    expect(listed(folder)).toEqual([]);

    empty();
    await machine.untilReady();
    const resumed = await deedsAgain(person, ledger);
    await proveDeeds(machine, [ledger], since);
    expect(machine.log).not.toContain('"msg":"fault"');
    process.stdout.write(
      `full disk: writes went on ${resumed} ms after there was room; program started ${machine.programs.get('all')?.starts} time\n`,
    );
  });
});

/** Takes all that is left. */
function fill(): void {
  const { bavail, bsize } = statfsSync(disk);
  const ballast = join(disk, 'ballast');
  const piece = Buffer.alloc(megabyte);
  const fillOn = () => {
    for (let left = bavail * bsize; left > 0; left -= megabyte) appendFileSync(ballast, piece);
    for (;;) appendFileSync(ballast, piece.subarray(0, 4_096));
  };
  expect(fillOn).toThrow('ENOSPC');
}

function empty(): void {
  truncateSync(join(disk, 'ballast'));
}

/** Hands in plan after plan until there is no room for one; gives that answer. */
async function writeUntilRefused(person: Person) {
  const bytes = new Uint8Array(8 * megabyte).fill(97);
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await person.post('/du-thao', { file: new File([bytes], `day-${tries}.txt`) });
    expect([303, 503, undefined]).toContain(answer?.status);
    if (answer?.status === 503) return answer;
    await sleep(200);
  }
  throw new Error('the disk was never full');
}

async function deedsAgain(person: Person, ledger: TaskLedger): Promise<number> {
  const begun = Date.now();
  await doNext(person, ledger, 'sau 0');
  const first = Date.now() - begun;
  for (let deed = 1; deed < 6; deed += 1) await doNext(person, ledger, `sau ${deed}`);
  return first;
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
