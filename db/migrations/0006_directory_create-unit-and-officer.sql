-- The organisation: units, positions in them, officers who hold the positions.
create table directory.unit (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  is_collective boolean not null default false,
  ordinal integer not null default 0,
  ended_on date,
  created_at timestamptz not null,
  folded text not null generated always as (platform.fold(name)) stored,
  constraint unit_pkey primary key (tenant_id, id),
  constraint unit_name_key unique (tenant_id, folded)
);
comment on table directory.unit is 'A division, centre, association or village of a commune, or a department of a province.';
comment on column directory.unit.is_collective is 'True for a name that stands for many ("the units concerned"), which has no head of its own.';

create table directory.position (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  title text not null,
  is_head boolean not null default false,
  constraint position_pkey primary key (tenant_id, id)
);
comment on table directory.position is 'A post in a unit.';

create table directory.officer (
  tenant_id uuid not null,
  id uuid not null,
  position_id uuid not null,
  full_name text not null,
  given_name text not null generated always as (regexp_replace(btrim(full_name), '^.*\s', '')) stored,
  ended_on date,
  created_at timestamptz not null,
  folded text not null generated always as (platform.fold(full_name)) stored,
  constraint officer_pkey primary key (tenant_id, id)
);
comment on table directory.officer is 'A person who works for the tenant.';
comment on column directory.officer.given_name is 'The last word of the name: people are sorted by it.';

alter table directory.unit add constraint unit_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table directory.position add constraint position_unit_fk foreign key (tenant_id, unit_id) references directory.unit (tenant_id, id);
alter table directory.officer add constraint officer_position_fk foreign key (tenant_id, position_id) references directory.position (tenant_id, id);
create index position_unit on directory.position (tenant_id, unit_id);
create index officer_position on directory.officer (tenant_id, position_id);

alter table directory.unit enable row level security;
create policy unit_tenant on directory.unit to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table directory.position enable row level security;
create policy position_tenant on directory.position to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table directory.officer enable row level security;
create policy officer_tenant on directory.officer to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on directory.unit, directory.position, directory.officer to sauro_app;
