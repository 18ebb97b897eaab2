-- The monthly evaluation of the head of a unit: its rules, where it stands, and what each person judged.
create table planning.unit_head_review_rules (
  tenant_id uuid not null,
  version integer not null,
  at timestamptz not null,
  actor_name text not null,
  settings jsonb not null,
  constraint unit_head_review_rules_pkey primary key (tenant_id, version)
);
comment on table planning.unit_head_review_rules is 'What the office sets where the decree leaves it open; each change is a version, none is changed.';

create table planning.unit_head_review (
  tenant_id uuid not null,
  id uuid not null,
  month date not null constraint unit_head_review_month check (extract(day from month) = 1),
  unit_id uuid not null,
  officer_id uuid not null,
  state text not null default 'draft'
    constraint unit_head_review_state check (state in ('draft', 'self-scored', 'proposed', 'decided')),
  total numeric(5, 2),
  grade text constraint unit_head_review_grade check (grade in ('excellent', 'good', 'fulfilled', 'failed')),
  version integer not null default 1,
  created_at timestamptz not null,
  constraint unit_head_review_pkey primary key (tenant_id, id),
  constraint unit_head_review_unit_key unique (tenant_id, month, unit_id),
  constraint unit_head_review_decided check
    ((state = 'decided') = (total is not null) and (total is null) = (grade is null))
);
comment on table planning.unit_head_review is 'One evaluation for each month and unit, of the officer who headed it then.';
comment on column planning.unit_head_review.month is 'The first day of the month.';

create table planning.unit_head_review_event (
  tenant_id uuid not null,
  at timestamptz not null,
  id uuid not null,
  review_id uuid not null,
  kind text not null constraint unit_head_review_event_kind check
    (kind in ('scored', 'proposed', 'decided', 'reopened')),
  actor_name text not null,
  version integer not null,
  text text not null,
  common numeric(4, 2),
  parts jsonb,
  results numeric(4, 2),
  total numeric(5, 2),
  grade text,
  facts jsonb,
  work jsonb,
  constraint unit_head_review_event_pkey primary key (tenant_id, at, id),
  constraint unit_head_review_event_frozen check
    ((kind = 'decided') = (facts is not null) and (facts is null) = (work is null))
);
comment on table planning.unit_head_review_event is 'What each person judged, never changed; a judgement made anew is another row.';
comment on column planning.unit_head_review_event.results is 'Points for results that somebody gave in place of those worked out; null where they stand as worked out.';
comment on column planning.unit_head_review_event.facts is 'The figures as they were when it was decided, with the rules by which they were worked out and the day of the data.';
comment on column planning.unit_head_review_event.work is 'The tasks behind the figures, as they were then.';
alter table planning.unit_head_review add constraint unit_head_review_unit_fk
  foreign key (tenant_id, unit_id) references directory.unit (tenant_id, id);
alter table planning.unit_head_review add constraint unit_head_review_officer_fk
  foreign key (tenant_id, officer_id) references directory.officer (tenant_id, id);
alter table planning.unit_head_review_event add constraint unit_head_review_event_review_fk
  foreign key (tenant_id, review_id) references planning.unit_head_review (tenant_id, id);
create index unit_head_review_officer on planning.unit_head_review (tenant_id, officer_id, month);
create index unit_head_review_event_review on planning.unit_head_review_event (tenant_id, review_id, at);
alter table planning.unit_head_review_rules enable row level security;
create policy unit_head_review_rules_tenant on planning.unit_head_review_rules to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.unit_head_review enable row level security;
create policy unit_head_review_tenant on planning.unit_head_review to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.unit_head_review_event enable row level security;
create policy unit_head_review_event_tenant on planning.unit_head_review_event to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on planning.unit_head_review_rules, planning.unit_head_review_event to sauro_app;
grant select, insert, update on planning.unit_head_review to sauro_app;
