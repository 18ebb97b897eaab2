-- The Zalo account of an office, by which it writes to those who have linked theirs.
create table casework.zalo_account (
  tenant_id uuid not null,
  app_id text not null,
  app_secret text not null,
  oa_secret text not null,
  access_token text,
  access_expires_at timestamptz,
  refresh_token text not null,
  template_id text,
  set_at timestamptz not null,
  version integer not null default 1,
  constraint zalo_account_pkey primary key (tenant_id)
);
comment on table casework.zalo_account is 'At most one for an office. Its secrets are needed as they are and are never shown again.';
comment on column casework.zalo_account.refresh_token is 'Serves once: each use gives the next one, which is stored before the new access token is used.';
comment on column casework.zalo_account.template_id is 'Of a template that Zalo has approved, for messages outside of the days in which a person has written.';

create table casework.zalo_event (
  tenant_id uuid not null,
  event_key bytea not null,
  at timestamptz not null,
  constraint zalo_event_pkey primary key (tenant_id, event_key)
);
comment on table casework.zalo_event is 'Which events of Zalo have been taken in, by a hash, so that none counts twice.';
alter table casework.zalo_account add constraint zalo_account_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table casework.zalo_event add constraint zalo_event_tenant_fk foreign key (tenant_id) references directory.tenant (id);

alter table casework.zalo_account enable row level security;
create policy zalo_account_tenant on casework.zalo_account to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table casework.zalo_event enable row level security;
create policy zalo_event_tenant on casework.zalo_event to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on casework.zalo_account to sauro_app;
grant select, insert on casework.zalo_event to sauro_app;
