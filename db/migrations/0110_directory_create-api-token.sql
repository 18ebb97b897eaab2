-- Programs act for a person or for themselves by tokens: each with a name, an end, and fewer rights than its owner.
create table directory.machine (
  tenant_id uuid not null,
  id uuid not null,
  name text not null constraint machine_name_length check (length(name) between 1 and 80),
  role_id uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint machine_pkey primary key (tenant_id, id)
);
comment on table directory.machine is 'A program that works for the office in its own name, with the rights of one role.';
comment on column directory.machine.ended_at is 'From then on none of its tokens opens anything.';

create table directory.api_token (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid,
  machine_id uuid,
  name text not null constraint api_token_name_length check (length(name) between 1 and 80),
  hint text not null,
  token_hash bytea not null,
  scopes text[] not null,
  addresses text[] not null default '{}',
  created_at timestamptz not null,
  created_by uuid not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz,
  constraint api_token_pkey primary key (tenant_id, id),
  constraint api_token_hash_key unique (tenant_id, token_hash),
  constraint api_token_owner check ((account_id is null) <> (machine_id is null))
);
comment on table directory.api_token is 'A key of a program. It carries 256 random bits; only their SHA-256 is kept.';
comment on column directory.api_token.hint is 'The first characters of the secret, so that people can tell tokens apart.';
comment on column directory.api_token.scopes is 'What it may do of what its owner may: read, or groups of acts such as planning.task.';
comment on column directory.api_token.addresses is 'Networks from which alone it is accepted; empty for all.';
comment on column directory.api_token.used_at is 'The last use, noted at most once an hour.';

alter table directory.machine add constraint machine_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table directory.machine add constraint machine_role_fk foreign key (tenant_id, role_id) references directory.role (tenant_id, id);
alter table directory.api_token add constraint api_token_account_fk foreign key (tenant_id, account_id) references directory.account (tenant_id, id);
alter table directory.api_token add constraint api_token_machine_fk foreign key (tenant_id, machine_id) references directory.machine (tenant_id, id);
create index api_token_account on directory.api_token (tenant_id, account_id);
create index api_token_machine on directory.api_token (tenant_id, machine_id);

alter table directory.machine enable row level security;
create policy machine_tenant on directory.machine to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table directory.api_token enable row level security;
create policy api_token_tenant on directory.api_token to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on directory.machine, directory.api_token to sauro_app;
