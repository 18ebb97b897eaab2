-- Who may sign in, and what they may do: roles map to grants as data.
create table directory.account (
  tenant_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  sign_in_name text not null,
  password_hash text not null,
  locked_at timestamptz,
  created_at timestamptz not null,
  constraint account_pkey primary key (tenant_id, id),
  constraint account_officer_key unique (tenant_id, officer_id)
);
comment on table directory.account is 'The right of an officer to sign in.';
comment on column directory.account.password_hash is 'argon2id in its own string form.';

create table directory.sign_in_name (
  name text primary key constraint sign_in_name_form check (name ~ '^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$' and length(name) <= 64),
  tenant_id uuid not null,
  account_id uuid not null
);
comment on table directory.sign_in_name is 'Shared by all tenants: leads from the name typed to the tenant and account. Holds no secret.';

create table directory.role (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  constraint role_pkey primary key (tenant_id, id),
  constraint role_code_key unique (tenant_id, code)
);
comment on table directory.role is 'A bundle of grants; the names shown for the built-in codes are texts, not data.';

create table directory.role_grant (
  tenant_id uuid not null,
  role_id uuid not null,
  act text not null,
  scope text not null constraint role_grant_scope check (scope in ('all', 'unit', 'own')),
  constraint role_grant_pkey primary key (tenant_id, role_id, act)
);
comment on table directory.role_grant is 'What a role may do, and over which records: all, those of the own unit, or those of the person.';

create table directory.account_role (
  tenant_id uuid not null,
  account_id uuid not null,
  role_id uuid not null,
  constraint account_role_pkey primary key (tenant_id, account_id, role_id)
);
comment on table directory.account_role is 'The roles an account holds.';

create table directory.session (
  tenant_id uuid not null,
  token_hash bytea not null,
  id uuid not null,
  account_id uuid not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  constraint session_pkey primary key (tenant_id, token_hash)
);
comment on table directory.session is 'An open sign-in. The cookie carries 256 random bits; only their SHA-256 is kept.';

alter table directory.account add constraint account_officer_fk foreign key (tenant_id, officer_id) references directory.officer (tenant_id, id);
alter table directory.role add constraint role_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table directory.role_grant add constraint role_grant_role_fk foreign key (tenant_id, role_id) references directory.role (tenant_id, id);
alter table directory.account_role add constraint account_role_account_fk foreign key (tenant_id, account_id) references directory.account (tenant_id, id);
alter table directory.account_role add constraint account_role_role_fk foreign key (tenant_id, role_id) references directory.role (tenant_id, id);
alter table directory.session add constraint session_account_fk foreign key (tenant_id, account_id) references directory.account (tenant_id, id);
create index session_account on directory.session (tenant_id, account_id);
create index session_expiry on directory.session (expires_at);

alter table directory.account enable row level security;
create policy account_tenant on directory.account to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table directory.role enable row level security;
create policy role_tenant on directory.role to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table directory.role_grant enable row level security;
create policy role_grant_tenant on directory.role_grant to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table directory.account_role enable row level security;
create policy account_role_tenant on directory.account_role to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table directory.session enable row level security;
create policy session_tenant on directory.session to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table directory.sign_in_name enable row level security;
create policy sign_in_name_read on directory.sign_in_name for select to sauro_app using (true);
create policy sign_in_name_write on directory.sign_in_name for insert to sauro_app
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on directory.account, directory.role, directory.role_grant, directory.account_role, directory.session to sauro_app;
grant select, insert on directory.sign_in_name to sauro_app;
