-- The file of a conclusion is read in the background; what was found waits for the person who asked (docs/decisions/0059).
create table planning.conclusion_reading (
  tenant_id uuid not null,
  id uuid not null,
  conclusion_id uuid not null,
  account_id uuid not null,
  attachment_id uuid not null,
  file_name text not null,
  sha256 bytea not null constraint conclusion_reading_sha256 check (length(sha256) = 32),
  byte_count bigint not null,
  state text not null constraint conclusion_reading_state check (state in ('reading', 'read', 'refused')),
  refusal text,
  progress jsonb,
  lines jsonb,
  is_cut boolean not null default false,
  asked_at timestamptz not null,
  constraint conclusion_reading_pkey primary key (tenant_id, id),
  constraint conclusion_reading_once unique (tenant_id, conclusion_id, account_id),
  constraint conclusion_reading_refusal check ((state = 'refused') = (refusal is not null)),
  constraint conclusion_reading_lines check ((state = 'read') = (lines is not null))
);
comment on table planning.conclusion_reading is 'What was read in a file of a conclusion, for one person to confirm; their next reading takes its place.';
comment on column planning.conclusion_reading.attachment_id is 'The file as it is attached to the conclusion; no foreign key, for files are of another module.';
comment on column planning.conclusion_reading.lines is 'Points that are proposed, in their order.';
comment on column planning.conclusion_reading.is_cut is 'The file has more points than a conclusion may have.';
alter table planning.conclusion_reading add constraint conclusion_reading_conclusion_fk
  foreign key (tenant_id, conclusion_id) references planning.conclusion (tenant_id, id);
alter table planning.conclusion_reading enable row level security;
create policy conclusion_reading_tenant on planning.conclusion_reading to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.conclusion_reading to sauro_app;
