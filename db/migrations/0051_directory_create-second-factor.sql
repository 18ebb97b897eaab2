-- A second factor beside the password: codes of an authenticator app, recovery codes, and the sign-in that waits for
-- them. Which roles must have one is a setting of the tenant.
create table directory.authenticator (
  tenant_id uuid not null,
  account_id uuid not null,
  secret bytea not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  constraint authenticator_pkey primary key (tenant_id, account_id)
);
comment on table directory.authenticator is 'The authenticator app of an account; it counts once the person has shown a first code.';
comment on column directory.authenticator.secret is 'Shared with the app; whoever has it can make codes.';
comment on column directory.authenticator.last_step is 'The 30-second step of the last code taken: no code is taken twice.';

create table directory.recovery_code (
  tenant_id uuid not null,
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  constraint recovery_code_pkey primary key (tenant_id, account_id, code_hash)
);
comment on table directory.recovery_code is 'Codes for the day the telephone is lost, each good once. They carry 80 random bits; only their SHA-256 is kept.';

create table directory.sign_in_step (
  tenant_id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  expires_at timestamptz not null,
  constraint sign_in_step_pkey primary key (tenant_id, token_hash)
);
comment on table directory.sign_in_step is 'A sign-in whose password was right and whose second factor is awaited. It opens nothing by itself.';

alter table directory.role add column requires_factor boolean not null default false;
comment on column directory.role.requires_factor is 'Whoever holds the role gets no further than the own account until a second factor is set up.';

alter table directory.authenticator add constraint authenticator_account_fk foreign key (tenant_id, account_id) references directory.account (tenant_id, id);
alter table directory.recovery_code add constraint recovery_code_account_fk foreign key (tenant_id, account_id) references directory.account (tenant_id, id);
alter table directory.sign_in_step add constraint sign_in_step_account_fk foreign key (tenant_id, account_id) references directory.account (tenant_id, id);
create index sign_in_step_account on directory.sign_in_step (tenant_id, account_id);

alter table directory.authenticator enable row level security;
create policy authenticator_tenant on directory.authenticator to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table directory.recovery_code enable row level security;
create policy recovery_code_tenant on directory.recovery_code to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table directory.sign_in_step enable row level security;
create policy sign_in_step_tenant on directory.sign_in_step to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on directory.authenticator, directory.recovery_code, directory.sign_in_step to sauro_app;
