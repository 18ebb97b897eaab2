import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { readZaloEvent } from './zalo-event.ts';

const account = { appId: '123456', oaSecret: 'khoa-oa' };
const now = new Date('2026-05-12T03:30:00Z');

function signed(change: object = {}, secret = account.oaSecret): [string, string] {
  const timestamp = String(now.getTime());
  const body = JSON.stringify({
    app_id: account.appId,
    event_name: 'user_send_text',
    timestamp,
    sender: { id: '42' },
    message: { text: 'ABCDEFGH', msg_id: 'm1' },
    ...change,
  });
  const { timestamp: said } = JSON.parse(body) as { timestamp: string };
  return [
    body,
    `mac=${createHash('sha256')
      .update(account.appId + body + said + secret)
      .digest('hex')}`,
  ];
}

it('takes what is signed and of now, and nothing else', () => {
  const read = ([body, signature]: [string, string]) => readZaloEvent(account, body, signature, now);
  expect(read(signed())).toMatchObject({ event_name: 'user_send_text', sender: { id: '42' } });
  const [body, signature] = signed();
  expect(read([body.replace('"42"', '"43"'), signature])).toBeUndefined();
  expect(read([body, ''])).toBeUndefined();
  expect(read([body, 'mac=00'])).toBeUndefined();
  expect(read(signed({}, 'khoa-khac'))).toBeUndefined();
  expect(read(signed({ app_id: '999' }))).toBeUndefined();
  expect(read(signed({ timestamp: String(now.getTime() - 11 * 60_000) }))).toBeUndefined();
  expect(read(['không phải json', signature])).toBeUndefined();
  expect(read(['{"timestamp":5}', signature])).toBeUndefined();
});
