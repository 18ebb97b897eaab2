import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messageParts } from './message-parts.ts';
import { smppSender } from './smpp-sender.ts';
import { readSmsServer } from './smpp-session.ts';

interface Taken {
  readonly to: string;
  readonly from: string;
  readonly coding: number;
  readonly text: string;
  readonly part?: readonly [number, number];
}

let centre: ChildProcess;
let port = '';
const taken: Taken[] = [];

beforeAll(async () => {
  const program = fileURLToPath(new URL('./testing-smpp-server.ts', import.meta.url));
  centre = spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (!centre.stdout) throw new Error('the centre says nothing');
  const lines = createInterface({ input: centre.stdout });
  port = await new Promise<string>((resolve) => lines.once('line', resolve));
  lines.on('line', (line) => taken.push(JSON.parse(line) as Taken));
});
afterAll(() => centre.kill());

const way = (password = 'mat-khau') =>
  smppSender(readSmsServer(`smpp://xa:${password}@127.0.0.1:${port}`, 'SauRo'));
const letter = (to: string, text = 'Ban co 3 viec qua han.') => ({
  id: '0197a000-0000-7000-8000-000000000001',
  to,
  subject: '',
  text,
  at: new Date('2026-05-12T03:30:00Z'),
});

it('hands messages over and learns later what became of them', async () => {
  const sender = way();
  const first = await sender.send(letter('+84912345671'));
  const second = await sender.send(letter('+84912345676', 'Việc quá hạn 3 ngày.'));
  expect([first.came, second.came]).toEqual(['accepted', 'accepted']);
  expect(taken.slice(-2)).toMatchObject([
    { to: '84912345671', from: 'SauRo', coding: 0, text: 'Ban co 3 viec qua han.' },
    { to: '84912345676', coding: 8, text: 'Việc quá hạn 3 ngày.' },
  ]);
  const ids = [first, second].map((one) => (one.came === 'accepted' ? (one.providerId ?? '') : ''));
  const heard: unknown[] = [];
  await expect.poll(() => heard.push(...(sender.receipts?.(ids) ?? [])), { timeout: 60_000 }).toBe(2);
  expect(heard).toEqual([
    { providerId: ids[0], isDelivered: true },
    { providerId: ids[1], isDelivered: false },
  ]);
  expect(sender.receipts?.(ids)).toEqual([]);
  await sender.close();
});

it('sends what is long in parts that say how many they are', async () => {
  const sender = way();
  const before = taken.length;
  const text = 'Nhiệm vụ của bạn đã quá hạn. '.repeat(5);
  expect(await sender.send(letter('+84912345671', text))).toMatchObject({ came: 'accepted' });
  const parts = taken.slice(before);
  expect(parts.map((one) => one.part)).toEqual([
    [3, 1],
    [3, 2],
    [3, 3],
  ]);
  expect(parts.map((one) => one.text).join('')).toBe(text);
  await sender.close();
});

it('tells a bad number, a busy centre, a wrong password, nobody there, and what was lost apart', async () => {
  const sender = way();
  expect(await sender.send(letter('+84912345679'))).toMatchObject({
    came: 'declined',
    trouble: 'no-such-address',
  });
  expect(await sender.send(letter('+84912345678'))).toMatchObject({ came: 'passing', trouble: 'busy' });
  expect(await sender.send(letter('+84912345677'))).toEqual({ came: 'unknown', trouble: 'lost-in-between' });
  // The next message binds a session anew.
  expect(await sender.send(letter('+84912345671'))).toMatchObject({ came: 'accepted' });
  await sender.close();
  const wrong = way('sai');
  expect(await wrong.send(letter('+84912345671'))).toMatchObject({ came: 'passing', trouble: 'sign-in' });
  const nowhere = smppSender(readSmsServer('smpp://xa:mat-khau@127.0.0.1:1', 'SauRo'));
  expect(await nowhere.send(letter('+84912345671'))).toMatchObject({
    came: 'passing',
    trouble: 'no-connection',
    ofAll: true,
  });
});

it('cuts a text into parts that give it back', () => {
  for (const text of [
    '',
    'a'.repeat(160),
    'a'.repeat(161),
    'ấ'.repeat(70),
    'ấ'.repeat(71),
    '😀'.repeat(100),
  ]) {
    const parts = messageParts(text, 1);
    const back = parts.map(({ message }) =>
      typeof message === 'string' ? message : Buffer.from(message).swap16().toString('utf16le'),
    );
    expect(back.join('')).toBe(text);
    for (const [at, part] of back.entries()) {
      expect(part).not.toMatch(/[\uD800-\uDBFF]$|^[\uDC00-\uDFFF]/);
      expect(parts[at]?.udh?.[5] ?? 1).toBe(at + 1);
    }
  }
});
