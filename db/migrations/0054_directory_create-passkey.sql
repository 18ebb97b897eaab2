-- Passkeys: a key pair in the person's device or account, opened by finger, face or PIN; both factors in one.
create table platform.challenge (
  challenge_hash bytea primary key,
  expires_at timestamptz not null
);
comment on table platform.challenge is 'Random texts that wait to be signed once by a passkey. Shared by all tenants: they are given out before anybody is known.';

create table directory.passkey (
  tenant_id uuid not null,
  credential_id text not null,
  account_id uuid not null,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  made_at timestamptz not null,
  used_at timestamptz,
  constraint passkey_pkey primary key (tenant_id, credential_id)
);
comment on table directory.passkey is 'A public key by which an account signs in; the private one never leaves the device.';
comment on column directory.passkey.counter is 'How often the device says it has signed; a smaller number tells of a copy. Zero where the device does not count.';

alter table directory.passkey add constraint passkey_account_fk foreign key (tenant_id, account_id) references directory.account (tenant_id, id);
create index passkey_account on directory.passkey (tenant_id, account_id);
create index challenge_expiry on platform.challenge (expires_at);

alter table platform.challenge enable row level security;
create policy challenge_all on platform.challenge to sauro_app using (true) with check (true);
alter table directory.passkey enable row level security;
create policy passkey_tenant on directory.passkey to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, delete on platform.challenge to sauro_app;
grant select, insert, update, delete on directory.passkey to sauro_app;
