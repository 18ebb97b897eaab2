-- Who is away from when until when, and who stands in meanwhile.
create table directory.absence (
  tenant_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  substitute_id uuid not null,
  from_on date not null,
  to_on date not null,
  reason text not null,
  cancelled_at timestamptz,
  created_at timestamptz not null,
  constraint absence_pkey primary key (tenant_id, id),
  constraint absence_days check (to_on >= from_on),
  constraint absence_two_people check (substitute_id <> officer_id)
);
comment on table directory.absence is 'On its days the substitute may do with tasks what the absent officer may.';
comment on column directory.absence.cancelled_at is 'Taken back, and gives nothing; it can be made to count again.';

alter table directory.absence add constraint absence_officer_fk foreign key (tenant_id, officer_id) references directory.officer (tenant_id, id);
alter table directory.absence add constraint absence_substitute_fk foreign key (tenant_id, substitute_id) references directory.officer (tenant_id, id);
create index absence_officer on directory.absence (tenant_id, officer_id, to_on);
create index absence_substitute on directory.absence (tenant_id, substitute_id, to_on);

alter table directory.absence enable row level security;
create policy absence_tenant on directory.absence to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on directory.absence to sauro_app;
