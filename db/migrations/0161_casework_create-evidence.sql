-- What proves that something was done: a file, an address, a record or a document, attached to any record by its kind and id.
create schema casework;
grant usage on schema casework to sauro_app;

create table casework.evidence (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null constraint evidence_kind check (kind in ('file', 'link', 'record', 'document')),
  version integer not null default 1,
  created_at timestamptz not null,
  constraint evidence_pkey primary key (tenant_id, id)
);
comment on table casework.evidence is 'One piece of proof; what it is stands in its versions, to which records it belongs in its attachments.';
comment on column casework.evidence.version is 'The version that counts now; earlier ones stay reachable.';
alter table casework.evidence add constraint evidence_tenant_fk foreign key (tenant_id) references directory.tenant (id);

create table casework.evidence_version (
  tenant_id uuid not null,
  evidence_id uuid not null,
  version integer not null,
  title text not null,
  content_id uuid,
  url text,
  linked_kind text,
  linked_id uuid,
  number text,
  issued_on date,
  issuer text,
  reason text not null default '',
  added_by_name text not null,
  added_at timestamptz not null,
  constraint evidence_version_pkey primary key (tenant_id, evidence_id, version),
  constraint evidence_version_one check (num_nonnulls(content_id, url, linked_id) <= 1)
);
comment on table casework.evidence_version is 'Rows are never changed: who replaces proof adds a version.';
comment on column casework.evidence_version.title is 'The name of the file, or what the person called it.';
comment on column casework.evidence_version.content_id is 'The content of a file; its hash stands there.';
comment on column casework.evidence_version.linked_id is 'The record that proves it, by linked_kind and this id; no foreign key, for it may be of any module.';
comment on column casework.evidence_version.number is 'Number and sign of the document that it is, such as 12/BC-UBND.';
comment on column casework.evidence_version.reason is 'Why the version before was replaced.';
alter table casework.evidence_version add constraint evidence_version_evidence_fk foreign key (tenant_id, evidence_id) references casework.evidence (tenant_id, id);
alter table casework.evidence_version add constraint evidence_version_content_fk foreign key (tenant_id, content_id) references platform.file_content (tenant_id, id);
create index evidence_version_content on casework.evidence_version (tenant_id, content_id) where content_id is not null;
create index evidence_version_url on casework.evidence_version (tenant_id, url) where url is not null;
create index evidence_version_number on casework.evidence_version (tenant_id, number) where number is not null;

create table casework.evidence_attachment (
  tenant_id uuid not null,
  id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  evidence_id uuid not null,
  attached_by_name text not null,
  attached_at timestamptz not null,
  removed_at timestamptz,
  constraint evidence_attachment_pkey primary key (tenant_id, id),
  constraint evidence_attachment_record_key unique (tenant_id, record_kind, record_id, evidence_id)
);
comment on table casework.evidence_attachment is 'One proof may serve several records, and goes from each on its own.';
comment on column casework.evidence_attachment.removed_at is 'Since when it is in the trash.';
alter table casework.evidence_attachment add constraint evidence_attachment_evidence_fk foreign key (tenant_id, evidence_id) references casework.evidence (tenant_id, id);
create index evidence_attachment_evidence on casework.evidence_attachment (tenant_id, evidence_id);

alter table casework.evidence enable row level security;
create policy evidence_tenant on casework.evidence to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table casework.evidence_version enable row level security;
create policy evidence_version_tenant on casework.evidence_version to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table casework.evidence_attachment enable row level security;
create policy evidence_attachment_tenant on casework.evidence_attachment to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on casework.evidence, casework.evidence_attachment to sauro_app;
grant select, insert, delete on casework.evidence_version to sauro_app;
