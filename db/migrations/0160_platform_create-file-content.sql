-- What files are held, each content once for a tenant: the bytes lie in the store of files under the hash, the names that
-- people gave them lie with whoever names the content.
create table platform.file_content (
  tenant_id uuid not null,
  id uuid not null,
  sha256 bytea not null constraint file_content_sha256 check (length(sha256) = 32),
  byte_count bigint not null constraint file_content_bytes check (byte_count > 0),
  media_type text not null,
  readability text not null constraint file_content_readability check (readability in ('whole', 'damaged', 'locked')),
  scan text not null constraint file_content_scan check (scan in ('none', 'clean', 'waiting', 'infected')),
  first_kept_at timestamptz not null,
  last_kept_at timestamptz not null,
  constraint file_content_pkey primary key (tenant_id, id),
  constraint file_content_hash_key unique (tenant_id, sha256)
);
comment on table platform.file_content is 'A content is removed some time after no row with a foreign key on this table names it any more; the foreign keys are what says who may name one.';
comment on column platform.file_content.scan is 'Whether the scanner of files has seen it; what waits or does harm is not opened.';
comment on column platform.file_content.last_kept_at is 'When somebody last sent a file with this content: the time until its removal counts from here.';
alter table platform.file_content add constraint file_content_tenant_fk foreign key (tenant_id) references directory.tenant (id);
create index file_content_waiting on platform.file_content (tenant_id) where scan = 'waiting';

alter table platform.file_content enable row level security;
create policy file_content_tenant on platform.file_content to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on platform.file_content to sauro_app;

insert into platform.retention_rule (what, valid_from, days) values ('unnamed-file', '2020-01-01', 2);
