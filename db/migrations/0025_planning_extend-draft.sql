-- Drafts by hand, steps that can be undone one by one, who is at work, and the plan that a draft amends.
alter table planning.plan_draft add column origin text not null default 'file'
  constraint plan_draft_origin check (origin in ('file', 'pasted', 'blank', 'earlier-plan', 'higher-plan'));
alter table planning.plan_draft add column origin_words text;
alter table planning.plan_draft add column amends_plan_id uuid;
alter table planning.plan_draft add column recognised boolean not null default false;
alter table planning.plan_draft add column progress jsonb;
alter table planning.plan_draft add column remarks jsonb not null default '{}';
alter table planning.plan_draft alter column file_name drop not null;
alter table planning.plan_draft alter column file_size drop not null;
alter table planning.plan_draft alter column file_sha256 drop not null;
alter table planning.plan_draft add constraint plan_draft_file check (origin not in ('file', 'pasted') or file_sha256 is not null);
alter table planning.plan_draft add constraint plan_draft_amends_fk
  foreign key (tenant_id, amends_plan_id) references planning.plan (tenant_id, id);
create index plan_draft_amends on planning.plan_draft (tenant_id, amends_plan_id) where amends_plan_id is not null;
comment on column planning.plan_draft.origin is 'Where the rows came from: a file, pasted text, nothing, a plan of an earlier year, a plan of the level above.';
comment on column planning.plan_draft.origin_words is 'The plan that was copied, as people call it.';
comment on column planning.plan_draft.amends_plan_id is 'The issued plan that this one takes the place of.';
comment on column planning.plan_draft.recognised is 'True when the text was recognised from pictures of pages, so that letters may be wrong.';
comment on column planning.plan_draft.progress is 'How far the reading is: {done, total}, pages.';
comment on column planning.plan_draft.remarks is 'What the reader said of the plan as a whole: duties by unit, mends of damage, contradictions.';

alter table planning.plan_draft_file add column part text not null default 'source'
  constraint plan_draft_file_part check (part in ('source', 'issued'));
alter table planning.plan_draft_file add column file_name text;
alter table planning.plan_draft_file drop constraint plan_draft_file_pkey;
alter table planning.plan_draft_file add constraint plan_draft_file_pkey primary key (tenant_id, draft_id, part);
comment on column planning.plan_draft_file.part is 'source: what was read. issued: the signed paper, where it came later.';

-- Rows are moved between two others without renumbering the rest.
alter table planning.plan_draft_row alter column ordinal type double precision;
alter table planning.plan_draft_row alter column original drop not null;
alter table planning.plan_draft_row add column pair text;
comment on column planning.plan_draft_row.original is 'What the reader gave; null for a row written by hand.';
comment on column planning.plan_draft_row.pair is 'In a draft that amends: the row of the earlier version that this one goes on from, or none; null lets likeness decide.';

create table planning.plan_draft_step (
  tenant_id uuid not null,
  draft_id uuid not null,
  ordinal integer not null,
  deed text not null,
  changes jsonb not null,
  actor_name text not null,
  at timestamptz not null,
  is_undone boolean not null default false,
  constraint plan_draft_step_pkey primary key (tenant_id, draft_id, ordinal)
);
comment on table planning.plan_draft_step is 'One change of rows by a person, with the rows before and after, so that it can be undone and done again.';
comment on column planning.plan_draft_step.changes is 'For each row: id, before and after; null where the row did not exist.';

create table planning.plan_draft_presence (
  tenant_id uuid not null,
  draft_id uuid not null,
  account_id uuid not null,
  actor_name text not null,
  row_id uuid,
  seen_at timestamptz not null,
  constraint plan_draft_presence_pkey primary key (tenant_id, draft_id, account_id)
);
comment on table planning.plan_draft_presence is 'Who has a draft open, and at which row.';

alter table planning.plan_draft_step add constraint plan_draft_step_draft_fk
  foreign key (tenant_id, draft_id) references planning.plan_draft (tenant_id, id);
alter table planning.plan_draft_presence add constraint plan_draft_presence_draft_fk
  foreign key (tenant_id, draft_id) references planning.plan_draft (tenant_id, id);

alter table planning.plan_draft_step enable row level security;
create policy plan_draft_step_tenant on planning.plan_draft_step to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.plan_draft_presence enable row level security;
create policy plan_draft_presence_tenant on planning.plan_draft_presence to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.plan_draft_step, planning.plan_draft_presence to sauro_app;

-- Checking is a right of its own: whoever may mend a draft may also say that it is checked.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, role_id, 'planning.plan-draft.check', scope from directory.role_grant
  where act = 'planning.plan-draft.edit' on conflict do nothing;
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, 'planning.plan-draft.issue', 'all' from directory.role_grant g
  join directory.role r on r.tenant_id = g.tenant_id and r.id = g.role_id
  where r.code = 'leader' and g.act = 'planning.plan-draft.read' on conflict do nothing;
