-- Communes and provinces: the spread key of every other table.
create schema directory;
grant usage on schema directory to sauro_app;

create table directory.tenant (
  id uuid primary key,
  kind text not null constraint tenant_kind check (kind in ('commune', 'province')),
  parent_id uuid constraint tenant_parent_fk references directory.tenant (id),
  name text not null,
  level text not null constraint tenant_level check (level in ('xa', 'phuong', 'dac-khu', 'tinh', 'thanh-pho')),
  province_name text not null,
  slug text not null constraint tenant_slug_key unique
    constraint tenant_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  is_demo boolean not null default false,
  created_at timestamptz not null
);
comment on table directory.tenant is 'A commune or a province. Shared by all: no personal data, read before a tenant is known.';
comment on column directory.tenant.slug is 'The name in public addresses.';

alter table directory.tenant enable row level security;
create policy tenant_read on directory.tenant for select to sauro_app using (true);
create policy tenant_write on directory.tenant for insert to sauro_app
  with check (id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on directory.tenant to sauro_app;
