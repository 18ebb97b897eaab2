import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smtpMailer } from './mailer.ts';
import { startMailServer, type TestMailServer } from './testing.ts';

let server: TestMailServer;

beforeAll(async () => {
  server = await startMailServer();
});

afterAll(() => server.stop());

const from = 'Sáu Rõ <sauro@xa.example.vn>';

describe('a letter', () => {
  it('goes to one person through the mail server', async () => {
    const mailer = smtpMailer(server.url, from);
    await mailer.send({ to: 'mai@xa.example.vn', subject: 'Đặt lại mật khẩu', text: 'Chào chị Mai' });
    const { to, raw } = await server.next();
    expect(to).toEqual(['mai@xa.example.vn']);
    expect(raw).toContain('<sauro@xa.example.vn>');
    expect(raw).toMatch(/content-transfer-encoding/i);
  });

  it('cannot be steered to others by what stands in an address or a subject', async () => {
    const mailer = smtpMailer(server.url, from);
    await mailer
      .send({
        to: 'mai@xa.example.vn\r\nBcc: ke-gian@example.com',
        subject: 'a\r\nBcc: ke-gian@example.com',
        text: 'x',
      })
      .catch(() => undefined);
    await mailer.send({ to: 'mai@xa.example.vn', subject: 'a\r\nBcc: ke-gian@example.com', text: 'x' });
    const letters = [await server.next(), ...(server.waiting() > 0 ? [await server.next()] : [])];
    for (const { to, raw } of letters) {
      expect(to.filter((address) => address.startsWith('ke-gian'))).toEqual([]);
      expect(raw).not.toMatch(/^bcc:/im);
    }
  });

  it('that the server declines, or that finds no server, is a failure that is told', async () => {
    const letter = { to: 'khong-nhan@xa.example.vn', subject: 'x', text: 'x' };
    await expect(smtpMailer(server.url, from).send(letter)).rejects.toThrow(/no such mailbox/);
    await expect(smtpMailer('smtp://127.0.0.1:1', from).send(letter)).rejects.toThrow(/ECONNREFUSED/);
  });
});
