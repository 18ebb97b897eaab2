import { beforeAll, describe, expect, it } from 'vitest';
import { furnishedCommune } from '#modules/planning/plan-draft/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { testSite, type Visitor } from '../testing.ts';
import { filledIn, formsOf, type ShownForm, type Site, signedInPeople, walk } from './testing.ts';

let site: Site;
let home: Awaited<ReturnType<typeof furnishedCommune>>;
let away: Awaited<ReturnType<typeof furnishedCommune>>;
let people: Visitor[];

beforeAll(async () => {
  site = await testSite();
  home = await furnishedCommune(site.services);
  away = await furnishedCommune(site.services);
  people = await signedInPeople(site, home, ['focal', 'admin']);
});

/** Names of columns and of properties that no form may set. */
function extra(): Record<string, string> {
  const admin = away.people.get(away.signIn('admin'));
  return {
    tenant_id: away.tenant.id,
    tenantId: away.tenant.id,
    tenant: away.tenant.id,
    id: away.planId,
    account_id: admin?.accountId ?? '',
    accountId: admin?.accountId ?? '',
    officer_id: admin?.officerId ?? '',
    actor: 'admin',
    role: 'admin',
    grants: 'directory.role.edit',
    scope: 'all',
    state: 'done',
    is_demo: 'true',
    password_hash: 'x',
    locked_at: '2026-01-01',
    created_at: '1999-01-01',
    created_by_name: 'Người khác',
    plan_id: away.planId,
    draft_id: away.draftId,
    constructor: 'x',
    prototype: 'x',
    'constructor[prototype][isAdmin]': 'true',
    __proto__x: 'x',
    toString: 'x',
    hasOwnProperty: 'x',
  };
}

/** Everything that stands of a commune, but for what a sign-in leaves. */
async function standing(tenantId: string): Promise<string> {
  const { rows: tables } = await site.services.migrator.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'graphile_worker') order by 1`);
  const all: unknown[] = [];
  for (const { name } of tables) {
    const { rows } = await site.services.migrator.query(`select * from ${name} where tenant_id = $1`, [
      tenantId,
    ]);
    all.push([name, rows.map((row) => JSON.stringify(row)).sort()]);
  }
  return JSON.stringify(all);
}

/** A task of its own, since forms that were sent before may have closed the others. */
async function openTask() {
  const { planId, ids } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [{ stage: 'in-progress' }]),
  );
  return { planId, taskId: ids[0] ?? '' };
}

async function roleGrants(): Promise<unknown> {
  const { rows } = await site.services.migrator.query(
    `select r.code, g.act, g.scope from directory.role r join directory.role_grant g on g.tenant_id = r.tenant_id and g.role_id = r.id
     where r.tenant_id = $1 and r.name is null order by 1, 2`,
    [home.tenant.id],
  );
  return rows;
}

/** Every form that the people of the commune can send, once. */
async function allForms(): Promise<{ form: ShownForm; visitor: Visitor }[]> {
  const forms = new Map<string, { form: ShownForm; visitor: Visitor }>();
  for (const visitor of people) {
    for (const screen of await walk(
      visitor,
      ['/tong-quan', '/tai-khoan', '/quan-tri/don-vi', '/quan-tri/dang-nhap'],
      1,
    )) {
      for (const form of formsOf(screen)) {
        if (form.method === 'post')
          forms.set(`${form.pattern} ${form.fields.at(-1)?.value ?? ''}`, { form, visitor });
      }
    }
  }
  return [...forms.values()].filter(
    ({ form }) => !/dang-xuat|mat-khau|khoa$|ket-thuc|vai-tro/.test(form.pattern),
  );
}

describe('fields that a form does not have', () => {
  it('change nothing in another commune, no role and no table of the own one that the form is not about', async () => {
    const [before, grants] = [await standing(away.tenant.id), await roleGrants()];
    const forms = await allForms();
    expect(forms.length).toBeGreaterThan(12);
    for (const { form, visitor } of forms) {
      const values = { ...extra(), ...filledIn(form, (field) => field.value || 'một') };
      expect((await visitor.post(form.action, values)).status, `post ${form.action}`).toBeLessThan(500);
    }
    expect(await standing(away.tenant.id)).toBe(before);
    expect(await roleGrants()).toEqual(grants);
    const { rows } = await site.services.migrator.query(
      `select full_name from directory.officer where tenant_id = $1 and created_at < '2000-01-01'`,
      [home.tenant.id],
    );
    expect(rows).toEqual([]);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  it('set no field of a task that its form does not offer', async () => {
    const { planId, taskId } = await openTask();
    const [focal] = await signedInPeople(site, home, ['focal']);
    const form = await focal?.get(`/nhiem-vu/${taskId}/nop`);
    if (!form) throw new Error('no form');
    await focal?.submit(form, 'Nộp và duyệt luôn', {
      text: 'Báo cáo',
      exception: 'Bản giấy',
      title: 'Bị sửa',
      code: 'X',
      plan_id: away.planId,
      closed_on: '1999-01-01',
    });
    const { rows } = await site.services.migrator.query<{
      title: string;
      closed_on: string;
      plan_id: string;
    }>('select title, closed_on::text, plan_id from planning.task where id = $1', [taskId]);
    expect(rows).toEqual([{ title: 'Nhiệm vụ 1', closed_on: site.services.clock.today(), plan_id: planId }]);
  });

  it('named like the insides of an object are only fields', async () => {
    const { taskId } = await openTask();
    const [focal] = await signedInPeople(site, home, ['focal']);
    for (const name of ['__proto__', '__proto__[isAdmin]', 'constructor', 'prototype', 'valueOf', 'then']) {
      for (const path of ['/dang-nhap', '/du-thao/moi', '/tai-khoan/mat-khau', `/nhiem-vu/${taskId}/giao`]) {
        const screen = await focal?.post(path, { [name]: '{"isAdmin":true}', name: 'x', password: 'y' });
        expect(screen?.status, `${path} ${name}`).toBeLessThan(500);
      }
      const list = await focal?.get(`/nhiem-vu?${new URLSearchParams({ [name]: 'x' })}`);
      expect(list?.status).toBe(200);
    }
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  it('named twice, or sent beside a file, are one field', async () => {
    const { taskId } = await openTask();
    const [focal] = await signedInPeople(site, home, ['focal']);
    if (!focal) throw new Error('nobody');
    const asFile = await focal.post(`/nhiem-vu/${taskId}/huy`, {
      text: new File(['x'], 'x'),
      version: new File(['1'], 'v'),
    });
    expect(asFile.status).toBe(422);
    const body = new URLSearchParams([
      ['text', 'một'],
      ['text', 'hai'],
      ['version', '1'],
      ['version', '999'],
    ]);
    const request = new Request(`http://localhost/nhiem-vu/${taskId}/huy`, {
      method: 'POST',
      body,
      headers: { origin: 'http://localhost', cookie: focal.cookies },
    });
    expect((await site.app.fetch(request)).status).toBeLessThan(500);
  });
});
