-- Where an officer is reached beside the program; counts once the officer has sent back a code that went there.
create table directory.contact (
  tenant_id uuid not null,
  officer_id uuid not null,
  channel text not null constraint contact_channel check (channel in ('mail', 'zalo', 'sms')),
  address text constraint contact_address_length check (length(address) between 1 and 254),
  confirmed_at timestamptz,
  code_hash bytea,
  code_expires_at timestamptz,
  code_tries integer not null default 0,
  named_at timestamptz not null,
  constraint contact_pkey primary key (tenant_id, officer_id, channel),
  constraint contact_confirmed_known check (confirmed_at is null or address is not null)
);
comment on table directory.contact is 'At most one address of each kind for an officer. Personal data: masked wherever others than the officer see it.';
comment on column directory.contact.address is 'E-mail address, telephone number as +84…, or the number of the person at the Zalo account of the office; null while a Zalo link waits for its code.';
comment on column directory.contact.code_tries is 'How many codes were typed wrong; after a few a new one is needed.';
alter table directory.contact add constraint contact_officer_fk foreign key (tenant_id, officer_id) references directory.officer (tenant_id, id);
create unique index contact_zalo on directory.contact (tenant_id, address) where channel = 'zalo';

create view directory.published_contact with (security_invoker = true) as
  select tenant_id, officer_id, channel, address, confirmed_at from directory.contact
  where confirmed_at is not null;
comment on view directory.published_contact is 'Confirmed addresses alone.';

alter table directory.contact enable row level security;
create policy contact_tenant on directory.contact to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on directory.contact to sauro_app;
grant select on directory.published_contact to sauro_app;
