-- Who chairs the office and which leader is in charge of which unit: whole versions, each from its day on.
create table directory.leadership (
  tenant_id uuid not null,
  version integer not null,
  valid_from date not null,
  at timestamptz not null,
  actor_name text not null,
  chair_id uuid,
  constraint leadership_pkey primary key (tenant_id, version)
);
comment on table directory.leadership is 'On a day counts the latest version that holds from that day or earlier; none is changed.';
comment on column directory.leadership.chair_id is 'The officer at the head of the office; null where nobody is named.';
create table directory.leadership_unit (
  tenant_id uuid not null,
  version integer not null,
  unit_id uuid not null,
  officer_id uuid not null,
  constraint leadership_unit_pkey primary key (tenant_id, version, unit_id)
);
comment on table directory.leadership_unit is 'The leader in charge of a unit in a version; a unit without a row has none.';
alter table directory.leadership add constraint leadership_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table directory.leadership add constraint leadership_chair_fk foreign key (tenant_id, chair_id) references directory.officer (tenant_id, id);
alter table directory.leadership_unit add constraint leadership_unit_version_fk
  foreign key (tenant_id, version) references directory.leadership (tenant_id, version);
alter table directory.leadership_unit add constraint leadership_unit_unit_fk foreign key (tenant_id, unit_id) references directory.unit (tenant_id, id);
alter table directory.leadership_unit add constraint leadership_unit_officer_fk foreign key (tenant_id, officer_id) references directory.officer (tenant_id, id);
alter table directory.leadership enable row level security;
create policy leadership_tenant on directory.leadership to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table directory.leadership_unit enable row level security;
create policy leadership_unit_tenant on directory.leadership_unit to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on directory.leadership, directory.leadership_unit to sauro_app;
