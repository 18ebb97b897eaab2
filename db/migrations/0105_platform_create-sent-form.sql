-- Forms that have been done: the same form sent again, by a double click or a reload, gets the answer of the first time.
create table platform.sent_form (
  tenant_id uuid not null,
  account_id uuid not null,
  form_key text not null,
  digest bytea not null,
  sent_at timestamptz not null,
  location text,
  flash jsonb,
  constraint sent_form_pkey primary key (tenant_id, account_id, form_key, digest)
);
comment on table platform.sent_form is 'Written in the transaction of the act, so that a form is done exactly when it stands here.';
comment on column platform.sent_form.form_key is 'Random, given to a form when it is drawn.';
comment on column platform.sent_form.digest is 'SHA-256 of address and content: the same form with other content is another deed.';
comment on column platform.sent_form.location is 'Where the answer led; null only while the act is under way.';

alter table platform.sent_form add constraint sent_form_tenant_fk foreign key (tenant_id) references directory.tenant (id);
create index sent_form_sent_at on platform.sent_form (sent_at);

alter table platform.sent_form enable row level security;
create policy sent_form_tenant on platform.sent_form to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on platform.sent_form to sauro_app;
