-- What people deleted, discarded or ended, as long as it can be brought back: who, when, why, and what it was.
create table platform.trash_entry (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  record_id uuid not null,
  title text not null,
  act text not null,
  reason text not null default '',
  actor_id uuid,
  actor_name text not null,
  thrown_at timestamptz not null,
  record_version integer,
  constraint trash_entry_pkey primary key (tenant_id, id),
  constraint trash_entry_record_key unique (tenant_id, kind, record_id)
);
comment on table platform.trash_entry is 'Goes when the record is brought back, or when the time to do so is over; the audit keeps both.';
comment on column platform.trash_entry.title is 'What the record was called at that moment: the list needs no look at the record.';
comment on column platform.trash_entry.record_version is 'The version of the record then, where what comes back must be what went; null where that does not matter.';
comment on column platform.trash_entry.reason is 'Why, in the words of the person; empty where nobody is asked.';
alter table platform.trash_entry add constraint trash_entry_tenant_fk foreign key (tenant_id) references directory.tenant (id);

alter table platform.trash_entry enable row level security;
create policy trash_entry_tenant on platform.trash_entry to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on platform.trash_entry to sauro_app;
