-- What a meeting or an inspection concluded is kept line by line, each with what became of it (docs/decisions/0057).
create table planning.conclusion (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null constraint conclusion_kind check (kind in ('meeting', 'inspection')),
  number text not null,
  issued_on date not null,
  issuer text not null,
  chair text,
  title text not null,
  link text,
  version integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  discarded_at timestamptz,
  constraint conclusion_pkey primary key (tenant_id, id)
);
comment on table planning.conclusion is 'The document of a conclusion: of a meeting of the office, or of an inspection.';
comment on column planning.conclusion.chair is 'Who chaired the meeting or led the inspection.';
comment on column planning.conclusion.link is 'Where the document itself can be read.';
comment on column planning.conclusion.discarded_at is 'Since when it is in the trash.';
create index conclusion_issued on planning.conclusion (tenant_id, issued_on desc, id desc) where discarded_at is null;
alter table planning.conclusion enable row level security;
create policy conclusion_tenant on planning.conclusion to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.conclusion to sauro_app;

create table planning.conclusion_line (
  tenant_id uuid not null,
  id uuid not null,
  conclusion_id uuid not null,
  batch_id uuid not null,
  account_id uuid,
  ordinal integer not null,
  text text not null,
  standing text not null constraint conclusion_line_standing check (standing in ('open', 'task', 'joined', 'none')),
  task_id uuid,
  reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint conclusion_line_pkey primary key (tenant_id, id),
  constraint conclusion_line_task check ((standing in ('task', 'joined')) = (task_id is not null)),
  constraint conclusion_line_reason check ((standing = 'none') = (reason is not null))
);
comment on table planning.conclusion_line is 'One line of a conclusion and what became of it.';
comment on column planning.conclusion_line.batch_id is 'Lines that were confirmed together, and are taken back together.';
comment on column planning.conclusion_line.account_id is 'Who confirmed it, and may take it back.';
comment on column planning.conclusion_line.task_id is 'The task that it became or joined; no foreign key, for a task may be taken back with its plan.';
alter table planning.conclusion_line add constraint conclusion_line_conclusion_fk
  foreign key (tenant_id, conclusion_id) references planning.conclusion (tenant_id, id);
create index conclusion_line_place on planning.conclusion_line (tenant_id, conclusion_id, ordinal);
create index conclusion_line_task on planning.conclusion_line (tenant_id, task_id) where task_id is not null;
alter table planning.conclusion_line enable row level security;
create policy conclusion_line_tenant on planning.conclusion_line to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.conclusion_line to sauro_app;
