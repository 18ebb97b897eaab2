-- How many records one proof may serve before it is flagged, where the office has said so itself.
create table casework.reuse_limit (
  tenant_id uuid not null,
  most_records integer not null constraint reuse_limit_most check (most_records between 1 and 1000),
  set_at timestamptz not null,
  constraint reuse_limit_pkey primary key (tenant_id)
);
comment on table casework.reuse_limit is 'At most one row; without it the usual limit of the product counts.';
alter table casework.reuse_limit add constraint reuse_limit_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table casework.reuse_limit enable row level security;
create policy reuse_limit_tenant on casework.reuse_limit to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on casework.reuse_limit to sauro_app;
