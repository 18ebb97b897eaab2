-- What somebody should know of a record: one notice for a matter and a person, until it is read.
create table casework.notice (
  tenant_id uuid not null,
  at timestamptz not null,
  id uuid not null,
  officer_id uuid not null,
  kind text not null,
  record_kind text not null,
  record_id uuid not null,
  instead_of_id uuid,
  actor_name text not null,
  note text not null default '',
  read_at timestamptz,
  constraint notice_pkey primary key (tenant_id, at, id)
);
comment on table casework.notice is 'Told to one officer; what the record is called is read anew, by whoever may still read it.';
comment on column casework.notice.kind is 'What happened, such as task-submitted; people may choose by it what they are told.';
comment on column casework.notice.instead_of_id is 'The absent officer in whose place this one is told.';
comment on column casework.notice.note is 'What was said with it: a reason, what was handed in.';
alter table casework.notice add constraint notice_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table casework.notice add constraint notice_officer_fk foreign key (tenant_id, officer_id) references directory.officer (tenant_id, id);
create unique index notice_unread on casework.notice (tenant_id, officer_id, record_kind, record_id, kind) where read_at is null;
create index notice_officer on casework.notice (tenant_id, officer_id, at, id);
create index notice_record on casework.notice (tenant_id, record_kind, record_id) where read_at is null;

alter table casework.notice enable row level security;
create policy notice_tenant on casework.notice to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on casework.notice to sauro_app;
