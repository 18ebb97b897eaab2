-- What a person has typed into a form and not sent yet: kept for that person alone, until it is sent, given up or old.
create table platform.kept_form (
  tenant_id uuid not null,
  account_id uuid not null,
  form_address text not null,
  page_path text not null,
  form_key text not null,
  fields jsonb not null,
  kept_at timestamptz not null,
  constraint kept_form_pkey primary key (tenant_id, account_id, form_address)
);
comment on table platform.kept_form is 'Never in the audit and never shown to others; passwords, files and keys of forms are not among the fields.';
comment on column platform.kept_form.form_address is 'Where the form is sent; page_path is the page that shows it.';
comment on column platform.kept_form.form_key is 'The drawing of the form that was typed into: what arrives after it was sent is not kept.';
comment on column platform.kept_form.fields is 'Names and values as the browser would send them: [[name, value], …].';

alter table platform.kept_form add constraint kept_form_tenant_fk foreign key (tenant_id) references directory.tenant (id);
create index kept_form_kept_at on platform.kept_form (kept_at);

alter table platform.kept_form enable row level security;
create policy kept_form_tenant on platform.kept_form to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on platform.kept_form to sauro_app;
