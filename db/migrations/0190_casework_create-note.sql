-- What people write to each other about a record, whom they name in it, and who follows which record.
create table casework.note (
  tenant_id uuid not null,
  id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  author_id uuid,
  author_name text not null,
  written_at timestamptz not null,
  version integer not null default 1,
  removed_at timestamptz,
  constraint note_pkey primary key (tenant_id, id)
);
comment on table casework.note is 'A note on a record of any kind; what it says stands in its versions.';
comment on column casework.note.author_id is 'The account of who wrote it, who alone may edit it; null for the system.';
comment on column casework.note.removed_at is 'Since when it is in the trash.';
alter table casework.note add constraint note_tenant_fk foreign key (tenant_id) references directory.tenant (id);
create index note_record on casework.note (tenant_id, record_kind, record_id, written_at, id);

create table casework.note_version (
  tenant_id uuid not null,
  note_id uuid not null,
  version integer not null,
  text text not null,
  written_at timestamptz not null,
  constraint note_version_pkey primary key (tenant_id, note_id, version)
);
comment on table casework.note_version is 'Rows are never changed: who edits a note adds a version.';
alter table casework.note_version add constraint note_version_note_fk foreign key (tenant_id, note_id) references casework.note (tenant_id, id);

create table casework.note_mention (
  tenant_id uuid not null,
  note_id uuid not null,
  officer_id uuid not null,
  mentioned_at timestamptz not null,
  constraint note_mention_pkey primary key (tenant_id, note_id, officer_id)
);
comment on table casework.note_mention is 'Who is named in a note as it stands now; an edit adds and takes away.';
comment on column casework.note_mention.mentioned_at is 'When this person was first named in the note.';
alter table casework.note_mention add constraint note_mention_note_fk foreign key (tenant_id, note_id) references casework.note (tenant_id, id);
alter table casework.note_mention add constraint note_mention_officer_fk foreign key (tenant_id, officer_id) references directory.officer (tenant_id, id);
create index note_mention_officer on casework.note_mention (tenant_id, officer_id, mentioned_at);

alter table casework.note enable row level security;
create policy note_tenant on casework.note to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table casework.note_version enable row level security;
create policy note_version_tenant on casework.note_version to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table casework.note_mention enable row level security;
create policy note_mention_tenant on casework.note_mention to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on casework.note to sauro_app;
grant select, insert, delete on casework.note_version, casework.note_mention to sauro_app;
