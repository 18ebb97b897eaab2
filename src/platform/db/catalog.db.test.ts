import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from './testing.ts';

let services: Awaited<ReturnType<typeof testServices>>;

beforeAll(async () => {
  services = await testServices();
});

/** Tables that all tenants share, and why they may. */
const shared = new Map([
  ['calendar.day_rule', 'days off of the whole country'],
  ['directory.tenant', 'read before a tenant is known; no personal data'],
  ['directory.sign_in_name', 'leads from a typed name to its tenant; no secret'],
  ['platform.backup_made', 'when the whole database was copied'],
  ['platform.challenge', 'given out before anybody is known'],
  ['platform.retention_rule', 'how long things are kept, the same for all'],
  ['platform.throttle', 'counted before a tenant is known; keys are hashes'],
  ['platform.worker_beat', 'whether the worker lives'],
]);

const ours =
  "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker', 'migration', 'public')";

async function list<Row>(text: string): Promise<Row[]> {
  const { rows } = await services.migrator.query(text);
  return rows as Row[];
}

const names = (rows: readonly { name: string }[]) => rows.map((row) => row.name);

describe('every table', () => {
  it('belongs to a tenant by its first key column, or is named among the shared ones', async () => {
    const without = await list<{ name: string }>(`
      select n.nspname || '.' || c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${ours} and not exists (
        select 1 from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
        where k.conrelid = c.oid and k.contype = 'p' and a.attname = 'tenant_id' and a.attnotnull)
      order by 1`);
    expect(names(without)).toEqual([...shared.keys()].sort());
  });

  it('has row-level security with a policy', async () => {
    const open = await list<{ name: string }>(`
      select n.nspname || '.' || c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${ours}
        and (not c.relrowsecurity or not exists (select 1 from pg_policy p where p.polrelid = c.oid))`);
    expect(names(open)).toEqual([]);
  });

  it('of tenants shows and takes rows of the tenant at work alone', async () => {
    const wide = await list<{ name: string }>(`
      select c.relname || ' ' || p.polname as name from pg_policy p
      join pg_class c on c.oid = p.polrelid
      join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and n.nspname || '.' || c.relname not in (${[...shared.keys()].map((name) => `'${name}'`).join(', ')})
        and (coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
          <> '(tenant_id = (NULLIF(current_setting(''app.tenant''::text, true), ''''::text))::uuid)'
          or not p.polpermissive
          or (p.polwithcheck is not null and p.polqual is not null and p.polwithcheck::text <> p.polqual::text))`);
    expect(names(wide)).toEqual([]);
  });
});

describe('the keys of the tables of tenants', () => {
  it('begin with the tenant, unique and foreign ones too', async () => {
    const keys = await list<{ name: string }>(`
      select k.conname as name from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where k.contype in ('p', 'u', 'f') and ${ours} and a.attname <> 'tenant_id'
        and n.nspname || '.' || c.relname not in (${[...shared.keys()].map((name) => `'${name}'`).join(', ')})`);
    expect(names(keys)).toEqual([]);
  });

  it('hold as unique indexes too', async () => {
    const indexes = await list<{ name: string }>(`
      select i.indexrelid::regclass::text as name from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indisunique and ${ours} and a.attname is distinct from 'tenant_id'
        and n.nspname || '.' || c.relname not in (${[...shared.keys()].map((name) => `'${name}'`).join(', ')})`);
    expect(names(indexes)).toEqual([]);
  });

  it('let no row point to a row of another tenant', async () => {
    const loose = await list<{ name: string }>(`
      select k.conname as name from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attnum = k.confkey[1]
      where k.contype = 'f' and ${ours} and theirs.attname <> 'tenant_id'
        and k.confrelid <> 'directory.tenant'::regclass`);
    expect(names(loose)).toEqual([]);
  });
});

describe('the role that the product works as', () => {
  it('owns nothing, is no superuser and does not pass by row-level security', async () => {
    const [role] = await list<Record<string, boolean>>(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'sauro_app'`,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    const owned = await list<{ name: string }>(
      `select relname as name from pg_class where relowner = 'sauro_app'::regrole`,
    );
    expect(names(owned)).toEqual([]);
  });

  it('may neither change nor remove a line of the audit', async () => {
    const [may] = await list<Record<string, boolean>>(`
      select has_table_privilege('sauro_app', 'platform.audit_line', 'update') as change,
        has_table_privilege('sauro_app', 'platform.audit_line', 'delete') as remove,
        has_table_privilege('sauro_app', 'platform.audit_line', 'truncate') as empty`);
    expect(may).toEqual({ change: false, remove: false, empty: false });
  });

  it('cannot empty a table or add a trigger anywhere', async () => {
    const granted = await list<{ name: string }>(`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${ours}
        and (has_table_privilege('sauro_app', c.oid, 'truncate') or has_table_privilege('sauro_app', c.oid, 'trigger'))`);
    expect(names(granted)).toEqual([]);
  });
});

describe('views', () => {
  it('ask as the one who reads, but for those that show a commune what its province has issued', async () => {
    const asOwner = await list<{ name: string }>(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and ${ours} and not coalesce(c.reloptions::text ~ 'security_invoker=(true|on)', false)
      order by 1`);
    expect(names(asOwner)).toEqual(['published_higher_plan', 'published_higher_row']);
  });

  it('that ask as their owner name the tenant at work', async () => {
    const texts = await list<{ text: string }>(`
      select pg_get_viewdef(c.oid) as text from pg_class c where c.relname in ('published_higher_plan', 'published_higher_row')`);
    for (const { text } of texts) expect(text).toContain("current_setting('app.tenant'");
  });
});
