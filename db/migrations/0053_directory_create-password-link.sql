-- A way back in for those who have forgotten their password: a link that works once, for half an hour.
alter table directory.account add column email text
  constraint account_email_form check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254);
comment on column directory.account.email is 'Where a forgotten password is mended; null while the person has named no address.';

create table directory.password_link (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  token_hash bytea,
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  sent_at timestamptz,
  used_at timestamptz,
  constraint password_link_pkey primary key (tenant_id, id),
  constraint password_link_token_key unique (tenant_id, token_hash)
);
comment on table directory.password_link is 'A link under which one new password may be set for an account. It carries 256 random bits; only their SHA-256 is kept.';
comment on column directory.password_link.token_hash is 'Null until the letter is written: the secret never waits in the queue.';
comment on column directory.password_link.made_by is 'The account of the administrator who made it; null when somebody asked for it by e-mail.';

alter table directory.password_link add constraint password_link_account_fk foreign key (tenant_id, account_id) references directory.account (tenant_id, id);
create index password_link_account on directory.password_link (tenant_id, account_id);

alter table directory.password_link enable row level security;
create policy password_link_tenant on directory.password_link to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on directory.password_link to sauro_app;
