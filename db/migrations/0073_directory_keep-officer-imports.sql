-- A list of officers entered at once is taken back at once.
create table directory.officer_import (
  tenant_id uuid not null,
  id uuid not null,
  officer_ids uuid[] not null,
  unit_ids uuid[] not null,
  actor_name text not null,
  created_at timestamptz not null,
  taken_back_at timestamptz,
  constraint officer_import_pkey primary key (tenant_id, id)
);
comment on table directory.officer_import is 'One list of officers that was entered in one act.';
comment on column directory.officer_import.unit_ids is 'Units that the list brought and the tenant did not have.';

alter table directory.officer_import add constraint officer_import_tenant_fk foreign key (tenant_id) references directory.tenant (id);

alter table directory.officer_import enable row level security;
create policy officer_import_tenant on directory.officer_import to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on directory.officer_import to sauro_app;
