import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestZalo } from './testing-zalo-server.ts';
import { zaloSender, type ZaloTokens } from './zalo-sender.ts';

let zalo: TestZalo;
let kept: ZaloTokens[];

beforeEach(async () => {
  zalo = await new TestZalo().open();
  kept = [];
});
afterEach(() => zalo.close());

const at = new Date('2026-05-12T03:30:00Z');
const letter = (to: string, phone?: string) => ({
  id: '0197a000-0000-7000-8000-000000000001',
  to,
  phone,
  subject: 'Quá hạn: rà soát hộ nghèo',
  text: 'Việc của bạn đã quá hạn.',
  at,
});
const sender = (tokens: Partial<ZaloTokens> = {}, templateId: string | null = null) =>
  zaloSender(
    {
      appId: '123456',
      appSecret: 'bi-mat',
      templateId,
      tokens: { accessToken: null, accessExpiresAt: null, refreshToken: 'refresh-0', ...tokens },
    },
    zalo.places,
    (fresh) => {
      kept.push(fresh);
      return Promise.resolve();
    },
  );

it('gets an access token first, keeps the new refresh token, and many letters ask for one together', async () => {
  const way = sender();
  const came = await Promise.all(['a', 'b', 'c', 'd'].map((to) => way.send(letter(to))));
  expect(came.map((one) => one.came)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
  expect(zalo.asked.filter(({ path }) => path.startsWith('/v4/'))).toHaveLength(1);
  expect(kept).toEqual([
    {
      accessToken: 'access-1',
      refreshToken: 'refresh-1',
      accessExpiresAt: new Date(at.getTime() + 90_000_000),
    },
  ]);
});

it('renews a token that Zalo calls ended once, and stops asking when that does not help', async () => {
  const way = sender();
  await way.send(letter('a'));
  zalo.endAccess();
  expect(await way.send(letter('a'))).toMatchObject({ came: 'accepted' });
  expect(kept).toHaveLength(2);
  // Somebody else has used up the refresh token: all letters wait for a person.
  expect(await sender().send(letter('a'))).toEqual({ came: 'passing', trouble: 'sign-in', ofAll: true });
});

it('tells apart whom no message reaches, when nobody may be written to, and what was lost', async () => {
  const way = sender();
  expect(await way.send(letter('loi-213'))).toMatchObject({ came: 'declined', trouble: 'blocked' });
  expect(await way.send(letter('loi-211'))).toMatchObject({ came: 'passing', trouble: 'quota', ofAll: true });
  expect(await way.send(letter('loi-999'))).toMatchObject({ came: 'declined', trouble: 'refused' });
  expect(await way.send(letter('dut-giua-chung'))).toEqual({
    came: 'unknown',
    trouble: 'lost-in-between',
  });
  zalo.close();
  expect(await way.send(letter('a'))).toMatchObject({ came: 'passing', trouble: 'no-connection' });
});

it('writes by the approved template to the telephone of who has not written for too long', async () => {
  const alone = sender();
  expect(await alone.send(letter('loi-230'))).toMatchObject({ came: 'declined', trouble: 'outside-window' });
  const way = sender({ refreshToken: 'refresh-1' }, '987');
  expect(await way.send(letter('loi-230', '+84912345678'))).toMatchObject({ came: 'accepted' });
  expect(JSON.parse(zalo.asked.at(-1)?.body ?? '')).toEqual({
    phone: '84912345678',
    template_id: '987',
    template_data: { noi_dung: 'Quá hạn: rà soát hộ nghèo' },
    tracking_id: '0197a000-0000-7000-8000-000000000001',
  });
});
