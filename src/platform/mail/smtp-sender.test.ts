import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smtpSender } from './smtp-sender.ts';
import { startMailServer, type TestMailServer } from './testing.ts';

let server: TestMailServer;

beforeAll(async () => {
  server = await startMailServer();
});

afterAll(() => server.stop());

const from = 'Sáu Rõ <sauro@xa.example.vn>';
const letter = (to: string, more: { subject?: string; id?: string } = {}) => ({
  id: '0197a000-0000-7000-8000-000000000001',
  to,
  subject: 'Quá hạn 3 ngày: rà soát hộ nghèo',
  text: 'Việc của bạn đã quá hạn.\n.\nDòng sau dấu chấm.',
  at: new Date('2026-05-12T03:30:00Z'),
  ...more,
});

describe('a letter of the program', () => {
  it('says by which number it is known, that nobody wrote it by hand, and when', async () => {
    const sender = smtpSender(server.url, from);
    expect(await sender.send(letter('mai@xa.example.vn'))).toEqual({ came: 'accepted', providerId: null });
    const { raw } = await server.next();
    expect(raw).toContain('Message-ID: <0197a000-0000-7000-8000-000000000001@xa.example.vn>');
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/im);
    expect(raw).toMatch(/^List-Id:.*<sauro\.xa\.example\.vn>\r$/im);
    expect(raw).toMatch(/^Date: Tue, 12 May 2026 03:30:00 \+0000\r$/m);
    await sender.close();
  });

  it('cannot be steered to others by what stands in an address or a subject', async () => {
    const sender = smtpSender(server.url, from);
    const injected = 'a\r\nBcc: ke-gian@example.com';
    const bad = await sender.send(letter(`mai@xa.example.vn\r\nBcc: ke-gian@example.com`));
    await sender.send(letter('mai@xa.example.vn', { subject: injected }));
    const letters = [await server.next(), ...(server.waiting() > 0 ? [await server.next()] : [])];
    for (const { to, raw } of letters) {
      expect(to).toEqual(['mai@xa.example.vn']);
      expect(raw).not.toMatch(/^bcc:/im);
    }
    expect(['declined', 'accepted']).toContain(bad.came);
    await sender.close();
  });

  it('goes over connections that are used again', async () => {
    const sender = smtpSender(server.url, from);
    const came = await Promise.all(
      Array.from({ length: 30 }, (_, n) => sender.send(letter(`nguoi-${n}@xa.example.vn`))),
    );
    expect(new Set(came.map((one) => one.came))).toEqual(new Set(['accepted']));
    const taken = await Promise.all(came.map(() => server.next()));
    expect(new Set(taken.map((one) => one.to[0])).size).toBe(30);
    expect(new Set(taken.map((one) => one.connection)).size).toBeLessThanOrEqual(5);
    await sender.close();
  });
});

describe('how far a letter came', () => {
  it('is told apart: declined, come again, no connection, and lost when all of it had gone over', async () => {
    const sender = smtpSender(server.url, from);
    expect(await sender.send(letter('khong-nhan@xa.example.vn'))).toEqual({
      came: 'declined',
      trouble: 'no-such-address',
      detail: '550',
    });
    expect(await sender.send(letter('tam-hoan@xa.example.vn'))).toMatchObject({
      came: 'passing',
      ofAll: false,
      detail: '451',
    });
    const nowhere = smtpSender('smtp://127.0.0.1:1', from);
    expect(await nowhere.send(letter('mai@xa.example.vn'))).toMatchObject({
      came: 'passing',
      trouble: 'no-connection',
      ofAll: true,
    });
    const other = await startMailServer();
    const cut = smtpSender(other.url, from);
    expect(await cut.send(letter('dut@xa.example.vn'))).toEqual({
      came: 'unknown',
      trouble: 'lost-in-between',
    });
    // That server is gone now: an idle connection to it has sent nothing either.
    expect(await cut.send(letter('mai@xa.example.vn'))).toMatchObject({ came: 'passing', ofAll: true });
    await Promise.all([sender.close(), nowhere.close(), cut.close()]);
  });
});
