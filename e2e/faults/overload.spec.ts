import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { residentMemoryMb } from '#platform/process/process-use.ts';
import { Machine } from './machine.ts';
import { Person } from './person.ts';
import { until } from './program.ts';

/** Of a process that serves pages and does the background work; a quiet one holds some 200 MB. */
const mostMemoryMb = 900;

let machine: Machine;
let person: Person;

beforeAll(async () => {
  machine = await Machine.make();
  await machine.start('together');
  person = new Person(machine.address);
  await person.signIn('dongky.daumoi');
});

afterAll(() => machine.remove());

async function open(first: string): Promise<Socket> {
  const socket = connect(machine.port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(first);
  return socket;
}

function memoryMb(): number {
  return residentMemoryMb(machine.programs.get('all')?.pid ?? 0) ?? 0;
}

async function othersAreAnswered(): Promise<void> {
  expect((await person.get('/nhiem-vu'))?.status).toBe(200);
}

describe('visitors who take what they can', () => {
  it('and say nothing, or say it a letter at a time, are cut off; others are answered meanwhile', async () => {
    const idle = await Promise.all(Array.from({ length: 500 }, () => open('')));
    const slowHeads = await Promise.all(
      Array.from({ length: 100 }, () => open(`GET / HTTP/1.1\r\nhost: localhost\r\n`)),
    );
    const slowForms = await Promise.all(
      Array.from({ length: 100 }, () =>
        open(
          `POST /dang-nhap HTTP/1.1\r\nhost: localhost\r\norigin: ${machine.address}\r\n` +
            `content-type: application/x-www-form-urlencoded\r\ncontent-length: 4000\r\nsec-fetch-site: same-origin\r\n\r\nname=`,
        ),
      ),
    );
    const trickle = setInterval(() => {
      for (const socket of slowHeads) socket.write('x-letter: a\r\n');
      for (const socket of slowForms) socket.write('a');
    }, 1_000);
    for (const socket of slowHeads.concat(slowForms)) socket.resume();
    await othersAreAnswered();
    const left = () => slowHeads.concat(slowForms).filter((socket) => !socket.destroyed).length;
    await until(
      async () => {
        await othersAreAnswered();
        await sleep(500);
        return left() === 0;
      },
      90_000,
      () => `${left()} slow visitors are still there`,
    );
    clearInterval(trickle);
    for (const socket of idle) socket.destroy();
    expect(machine.log).toContain('requests too slow or unreadable cut off');
  });

  it('and come all at once are answered or asked to come back, in little memory', async () => {
    const answers = await Promise.all(
      Array.from({ length: 2_000 }, () => new Person(machine.address).get('/')),
    );
    const statuses = new Map<number | undefined, number>();
    for (const answer of answers) statuses.set(answer?.status, (statuses.get(answer?.status) ?? 0) + 1);
    process.stdout.write(`2,000 at once: ${JSON.stringify([...statuses])}, ${Math.round(memoryMb())} MB\n`);
    expect([...statuses.keys()].filter((status) => ![200, 503, undefined].includes(status))).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(200);
    expect(memoryMb()).toBeLessThan(mostMemoryMb);
    await othersAreAnswered();
  });

  it('and break off their uploads leave nothing behind', async () => {
    const draftsOf = () =>
      machine.look<{ count: number }>('select count(*)::int as count from planning.plan_draft');
    const before = await draftsOf();
    const head =
      `POST /du-thao HTTP/1.1\r\nhost: localhost\r\norigin: ${machine.address}\r\nsec-fetch-site: same-origin\r\n` +
      `content-type: multipart/form-data; boundary=x\r\ncontent-length: 20000000\r\n\r\n` +
      `--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n`;
    const halves = await Promise.all(Array.from({ length: 30 }, () => open(head)));
    for (const socket of halves) socket.write(Buffer.alloc(8_000_000, 'a'));
    await sleep(1_500);
    for (const socket of halves) socket.destroy();
    await othersAreAnswered();
    expect(await draftsOf()).toEqual(before);
    await until(
      () => memoryMb() < mostMemoryMb,
      60_000,
      () => `${memoryMb()} MB are held`,
    );
    expect(machine.log).not.toContain('"msg":"fault"');
  });

  it('and leave in the middle of an answer do no harm', async () => {
    const readers = await Promise.all(
      Array.from({ length: 100 }, () => open(`GET /nhiem-vu.csv HTTP/1.1\r\nhost: localhost\r\n\r\n`)),
    );
    for (const socket of readers) socket.destroy();
    await othersAreAnswered();
    expect(machine.programs.get('all')?.starts).toBe(1);
  });
});
