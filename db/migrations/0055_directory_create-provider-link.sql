-- Who an identity provider's subject is here: bound at the first sign-in through it, and held to ever after.
create table directory.provider_link (
  tenant_id uuid not null,
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  linked_at timestamptz not null,
  constraint provider_link_pkey primary key (tenant_id, issuer, subject),
  constraint provider_link_account_key unique (tenant_id, issuer, account_id)
);
comment on table directory.provider_link is 'The account of a person whom an identity provider (OIDC) vouches for.';
comment on column directory.provider_link.subject is 'The provider''s own name for the person, which never passes to somebody else.';

alter table directory.provider_link add constraint provider_link_account_fk foreign key (tenant_id, account_id) references directory.account (tenant_id, id);

alter table directory.provider_link enable row level security;
create policy provider_link_tenant on directory.provider_link to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on directory.provider_link to sauro_app;
