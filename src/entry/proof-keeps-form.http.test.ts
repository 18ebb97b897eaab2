import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { zaloAccountLink } from '#modules/casework/links.ts';
import {
  apiTokensLink,
  changeEmailLink,
  changePasswordLink,
  contactsLink,
  machineLink,
  machinesLink,
  officerLink,
  passkeysLink,
  webhooksLink,
} from '#modules/directory/links.ts';
import { createMachine } from '#modules/directory/machine/commands.server.ts';
import { feedsLink } from '#modules/planning/links.ts';
import { testPassword, testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDateAt } from '#platform/clock/plain-date.ts';
import { productRoot } from '#platform/config/product-root.ts';
import type { Senders } from '#platform/messaging/senders.ts';
import { zaloPlaces } from '#platform/zalo/zalo-places.ts';
import { type Screen, testSite, type Visitor } from './testing.ts';

let moment = new Date('2026-05-12T08:00:00+07:00');
const clock = { now: () => moment, today: () => plainDateAt(moment) };
let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let admin: Visitor;
let machinePage = '';
let officerPage = '';
let roleId = '';

beforeAll(async () => {
  // A way to people has to be set up before anybody can name an address for it.
  const senders = { mail: {}, sms: null, zalo: zaloPlaces } as Senders;
  site = await testSite({ clock, senders });
  home = await testTenant(site.services);
  const tenant = [home.tenant.id];
  const { rows } = await site.services.migrator.query<{ role: string; officer: string }>(
    `select (select id from directory.role where tenant_id = $1 and code = 'auditor') as role,
            (select officer_id from directory.account where tenant_id = $1 and sign_in_name like 'clerk.%') as officer`,
    tenant,
  );
  roleId = rows[0]?.role ?? '';
  officerPage = officerLink(rows[0]?.officer ?? '');
  const made = await home.asProven(home.signIn('admin'), (ctx) =>
    createMachine(ctx, { name: 'Phần mềm có sẵn', roleId }),
  );
  if (!made.ok) throw new Error(made.code);
  machinePage = machineLink(made.value);
});

beforeEach(async () => {
  admin = site.visitor();
  await admin.signIn(home.signIn('admin'));
});

interface Scene {
  readonly page: () => string;
  readonly button: string;
  readonly typed: Readonly<Record<string, string>>;
  /** Secrets, which are never kept and are typed anew. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** A device has to answer before it can be sent. */
  readonly needsDevice?: boolean;
}

/** Where something is typed for an act that demands a proof. */
const scenes: Readonly<Record<string, readonly Scene[]>> = {
  createWebhook: [
    {
      page: () => webhooksLink,
      button: 'Thêm địa chỉ nhận',
      typed: { name: 'Trục tỉnh', url: 'https://truc.example/nhan?a=1', events: 'planning.task.approve' },
    },
  ],
  createMachine: [
    {
      page: () => machinesLink,
      button: 'Thêm phần mềm',
      typed: { name: 'Trục liên thông', roleId: '<role>' },
    },
  ],
  createToken: [
    {
      page: () => machinePage,
      button: 'Tạo khóa',
      typed: { name: 'Máy chủ tỉnh', days: '30', scopes: 'read', addresses: '10.0.0.0/8' },
    },
    {
      page: () => apiTokensLink,
      button: 'Tạo khóa',
      typed: { name: 'Máy của tôi', days: '365', scopes: 'read', addresses: '192.168.1.7' },
    },
  ],
  createFeed: [
    { page: () => feedsLink(), button: 'Tạo liên kết', typed: { name: 'Việc của đơn vị', kind: 'unit' } },
  ],
  setAccountRoles: [{ page: () => officerPage, button: 'Lưu vai trò', typed: { roles: '<role>' } }],
  changeEmail: [
    { page: () => changeEmailLink, button: 'Lưu thư điện tử', typed: { email: 'mai@xa.example' } },
  ],
  nameContact: [{ page: () => contactsLink, button: 'Gửi mã', typed: { address: 'mai@xa.example' } }],
  setZaloAccount: [
    {
      page: () => zaloAccountLink(),
      button: 'Lưu',
      typed: { appId: '1234567890', templateId: '4321' },
      secrets: { appSecret: 'mot-bi-mat', oaSecret: 'hai-bi-mat', refreshToken: 'ba-bi-mat' },
    },
  ],
  addPasskey: [
    {
      page: () => passkeysLink,
      button: 'Thêm khóa truy cập',
      typed: { name: 'Máy ở một cửa' },
      needsDevice: true,
    },
  ],
};

/**
 * Acts that demand a proof and have only a button, or nothing but secrets: the person presses or types again. Where a
 * certificate is pasted, a private key may be pasted by mistake.
 */
const nothingToKeep = [
  'addTrusted',
  'beginAuthenticator',
  'beginZaloLink',
  'changePassword',
  'makeLink',
  'removeContact',
  'removePasskey',
  'removeZaloAccount',
  'renewFeed',
  'renewRecoveryCodes',
  'resetPassword',
  'restoreMachine',
  'restoreTrusted',
  'rotateSecret',
  'takeFactorAway',
  'turnOffAuthenticator',
];

const late = () => {
  moment = new Date(moment.getTime() + 11 * 60_000);
};
const filled = ({ typed }: Scene) =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.replace('<role>', roleId)]));

/** Sends a form as a browser does, with the page that it stands on. */
function send(screen: Screen, button: string, values: Record<string, string>): Promise<Screen> {
  const form = screen.form(button);
  const referer = new URL(screen.address, 'http://localhost').href;
  return admin.post(form.action, { ...form.values, ...values }, { referer });
}

const prove = (asked: Screen) => admin.submit(asked, 'Xác nhận', { password: testPassword });

async function keptRows(): Promise<unknown[]> {
  const { rows } = await site.services.migrator.query<object>(
    'select form_address, fields from platform.kept_form',
  );
  return rows;
}

/** The functions that demand a fresh proof inside their act. */
function demanding(): string[] {
  const root = join(productRoot, 'src/modules');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.server.ts'))
    .flatMap((path) => readFileSync(join(root, path), 'utf8').split(/^export (?=(?:async )?function )/m))
    .filter((part) => part.includes('must(proven(ctx))'))
    .map((part) => /^(?:async )?function (\w+)/.exec(part)?.[1] ?? part.slice(0, 80))
    .toSorted();
}

it('knows every act that demands a proof', () => {
  expect([...Object.keys(scenes), ...nothingToKeep].toSorted()).toEqual(demanding());
});

describe.each(
  Object.entries(scenes).flatMap(([act, all]) => all.map((scene, n) => ({ name: `${act} ${n}`, scene }))),
)('$name, sent after the proof has run out', ({ scene }) => {
  it('comes back with everything typed, and is sent by one press', async () => {
    const first = await admin.get(scene.page());
    late();
    const asked = await send(first, scene.button, { ...filled(scene), ...scene.secrets });
    expect(asked.heading).toBe('Xác nhận đúng là anh, chị');
    expect(asked.text).toContain('đã được giữ lại');

    const kept = JSON.stringify(await keptRows());
    for (const secret of Object.values(scene.secrets ?? {})) expect(kept).not.toContain(secret);
    const back = await prove(asked);
    expect(back.address.split('?')[0]).toBe(scene.page());
    expect(back.text).toContain('Biểu mẫu chưa được gửi');
    expect(back.form(scene.button).values).toMatchObject(filled(scene));
    if (scene.needsDevice) return;

    const done = await send(back, scene.button, { ...scene.secrets });
    expect(done.status).toBe(200);
    expect(done.heading).not.toBe(asked.heading);
    expect(await keptRows()).toEqual([]);
  });
});

it('a form that came back with a problem leads to its page, not to where it was sent', async () => {
  const wrong = await send(await admin.get(machinePage), 'Tạo khóa', { name: '' });
  expect(wrong.status).toBe(422);
  late();
  const back = await prove(await send(wrong, 'Tạo khóa', { name: 'Máy chủ sở' }));
  expect(back.address.split('?')[0]).toBe(machinePage);
  expect(back.value('Tên khóa')).toBe('Máy chủ sở');
});

it('the search in the address of the page is still there', async () => {
  const page = await admin.get(`${webhooksLink}?x=1`);
  late();
  const back = await prove(await send(page, 'Thêm địa chỉ nhận', { name: 'Trục sở' }));
  expect(new URLSearchParams(back.address.split('?')[1]).get('x')).toBe('1');
});

it('a password is never kept', async () => {
  const page = await admin.get(changePasswordLink);
  late();
  const secret = 'rừng thông chiều mưa 7';
  const asked = await send(page, 'Đổi mật khẩu', { fresh: secret, again: secret });
  expect(asked.heading).toBe('Xác nhận đúng là anh, chị');
  expect(asked.text).not.toContain('đã được giữ lại');
  expect(JSON.stringify(await keptRows())).not.toContain(secret);
});

it('nobody else is shown what was typed', async () => {
  const page = await admin.get(webhooksLink);
  late();
  await send(page, 'Thêm địa chỉ nhận', { name: 'Tên dở của tôi' });
  const other = site.visitor();
  await other.signIn(home.signIn('focal'));
  expect((await other.get(`${webhooksLink}?viet-tiep=1`)).body).not.toContain('Tên dở của tôi');
});
