-- A tenant carries its code in the official list, and how people reach its office.
alter table directory.tenant
  add column official_code text constraint tenant_official_code_form check (official_code ~ '^[0-9]{2}([0-9]{3})?$'),
  add column contact_address text,
  add column contact_phone text,
  add column contact_email text,
  add constraint tenant_official_code_key unique (official_code);
comment on column directory.tenant.official_code is 'Two digits of a province or five of a commune; null where the tenant was not set up from the list.';

create policy tenant_settle on directory.tenant for update to sauro_app
  using (id = nullif(current_setting('app.tenant', true), '')::uuid);
grant update (name, contact_address, contact_phone, contact_email) on directory.tenant to sauro_app;
